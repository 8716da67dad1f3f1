package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The metric files that analysts keep in the home beside those of the catalogue. They are read
/// again when they change, so that nobody has to start anything anew.
///
/// A file that breaks a rule is left out: what nobody can vouch for is not shown. Whoever asks for
/// it is told why.
final class OwnMetrics {

    /// What the folder holds: each file with when it was changed last.
    private record State(
            SortedMap<Path, FileTime> seen,
            Map<MetricName, MetricFile> files,
            Map<String, Refusal> broken) {}

    private final @Nullable Path folder;
    private volatile State state = new State(new TreeMap<>(), Map.of(), Map.of());

    OwnMetrics(@Nullable Path folder) {
        this.folder = folder;
    }

    Map<MetricName, MetricFile> files() {
        return current().files();
    }

    /// Why the file of this name is left out, if it is.
    @Nullable Refusal broken(String name) {
        return current().broken().get(name);
    }

    private State current() {
        var now = listed();
        if (!now.equals(state.seen())) {
            state = read(now);
        }
        return state;
    }

    private SortedMap<Path, FileTime> listed() {
        var listed = new TreeMap<Path, FileTime>();
        if (folder == null || !Files.isDirectory(folder)) {
            return listed;
        }
        try (var paths = Files.walk(folder)) {
            paths.filter(it -> it.toString().endsWith(".sql") && Files.isRegularFile(it))
                    .forEach(it -> listed.put(it, FileTime.fromMillis(it.toFile().lastModified())));
            return listed;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static State read(SortedMap<Path, FileTime> paths) {
        var files = new TreeMap<MetricName, MetricFile>();
        var broken = new TreeMap<String, Refusal>();
        for (var path : paths.keySet()) {
            try {
                var file = MetricFile.read(path);
                files.put(file.metric().name(), file);
            } catch (RuntimeException e) {
                var refusal =
                        e instanceof Refusal said
                                ? said
                                : Refusal.invalid(
                                        "catalogue", path + "  cannot be read: " + e.getMessage());
                broken.put(path.getFileName().toString().replace(".sql", ""), refusal);
            }
        }
        return new State(paths, files, broken);
    }
}
