package dev.keepwell.warehouse;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.lake.DuckDb;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.util.FileSystemUtils;

/// Files on their way between this server and a cluster, in a folder that both see.
///
/// Each session has a folder of its own, which is gone when the session ends. Nothing in it is ever
/// published, so what a dead session left is swept away by the next one.
final class Exchange implements AutoCloseable {

    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Shared shared;
    private int count;

    /// A home that the machines of the cluster see too, perhaps under another name.
    record Shared(Path home, String there) {

        static final String FOLDER = "exchange";

        String there(Path path) {
            var absolute = path.toAbsolutePath().normalize();
            if (!absolute.startsWith(home)) {
                throw new IllegalArgumentException("Not in the home: " + absolute);
            }
            return there + "/" + home.relativize(absolute);
        }
    }

    private Exchange(Path folder, Shared shared) {
        this.folder = folder;
        this.shared = shared;
    }

    static Exchange open(Shared shared) {
        var all = shared.home().resolve(Shared.FOLDER);
        try {
            Files.createDirectories(all);
            sweep(all);
            var folder = all.resolve(UUID.randomUUID().toString());
            OPEN.add(folder);
            return new Exchange(Files.createDirectory(folder), shared);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void sweep(Path all) throws IOException {
        try (var folders = Files.list(all)) {
            folders.filter(it -> !OPEN.contains(it))
                    .forEach(it -> FileSystemUtils.deleteRecursively(it.toFile()));
        }
    }

    /// A name in the folder that nothing has yet.
    Path next(String table) {
        return folder.resolve("%04d-%s".formatted(count++, table));
    }

    String there(Path path) {
        return shared.there(path);
    }

    /// Writes rows of this engine for the cluster, and says where.
    String give(DuckDb here, String table) {
        var file = next(table + ".parquet");
        try {
            here.write("select * from " + table, file);
        } catch (IllegalStateException e) {
            throw isFull(e) ? full(e) : e;
        }
        return there(file);
    }

    private static boolean isFull(Throwable e) {
        return String.valueOf(e.getCause()).contains("No space left");
    }

    /// A clear state: nothing was published, and the job can be asked for again.
    static Refusal full(Exception e) {
        var cause = e instanceof IllegalStateException ? e.getCause() : e;
        return Refusal.conflict(
                "disk_full",
                "A disk that the cluster works on is full, so nothing was published. Make room and"
                        + " ask for the job again. It said: "
                        + (cause == null ? e : cause).getMessage());
    }

    /// The files that the cluster wrote into a folder, in the order of the rows.
    static List<Path> files(Path written) {
        try (var files = Files.list(written)) {
            return files.filter(it -> it.toString().endsWith(".parquet")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void forget(Path written) {
        FileSystemUtils.deleteRecursively(written.toFile());
    }

    @Override
    public void close() {
        forget(folder);
        OPEN.remove(folder);
    }
}
