package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/// The folder that holds everything one installation keeps: database, lake, secrets.
///
/// A mark inside says that it is ours and in which format, so that a wrong path is refused before
/// anything is written into somebody else's files.
public record Home(Path path) {

    private static final String MARK = "keepwell-home";
    private static final int FORMAT = 1;

    static final FileAttribute<?> OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    /// A freshly formatted disk has this folder and is empty all the same.
    private static final String DISK_ROOT = "lost+found";

    /// Creates or checks the home. It is private to its owner: it holds customers' data.
    public static Home open(Path folder) {
        var home = folder.toAbsolutePath().normalize();
        try {
            if (!Files.exists(home)) {
                Files.createDirectories(home, OWNER_ONLY);
            }
            checkWritable(home);
            checkMark(home);
        } catch (IOException e) {
            throw notWritable(home);
        }
        return new Home(home);
    }

    /// Whether somebody has kept anything here yet.
    public static boolean isUnused(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (var files = Files.list(folder)) {
            return files.allMatch(it -> it.endsWith(DISK_ROOT) || it.endsWith(MARK));
        } catch (IOException e) {
            throw notWritable(folder);
        }
    }

    /// Puts everything that is kept here into a folder of another name beside this one, and says
    /// where. Refused while a server runs on it, and where the folder cannot be renamed.
    public Path setAside() {
        try {
            return new SettingAside(this).run();
        } catch (IOException e) {
            throw Refusal.configuration(
                    "home_not_movable",
                    "The home %s cannot be renamed: %s. Choose another with KEEPWELL_HOME."
                            .formatted(path, e.getMessage()));
        }
    }

    private static void checkWritable(Path home) {
        if (!Files.isDirectory(home) || !Files.isWritable(home)) {
            throw notWritable(home);
        }
    }

    private static void checkMark(Path home) throws IOException {
        var mark = home.resolve(MARK);
        // A mark without a number was cut off by a crash while the home was still empty.
        var format = Files.exists(mark) ? Files.readString(mark).strip() : "";
        if (!Files.exists(mark) && !isEmpty(home)) {
            throw foreign(home);
        }
        if (format.isEmpty()) {
            Files.writeString(mark, FORMAT + "\n");
            return;
        }
        if (!format.matches("\\d{1,9}")) {
            throw foreign(home);
        }
        if (Integer.parseInt(format) > FORMAT) {
            throw Refusal.configuration(
                    "home_newer",
                    """
                    The home %s has format %s, and this Keepwell reads up to %d. Start the newer \
                    Keepwell that wrote it.\
                    """
                            .formatted(home, format, FORMAT));
        }
    }

    private static boolean isEmpty(Path home) throws IOException {
        try (var files = Files.list(home)) {
            return files.allMatch(it -> it.endsWith(DISK_ROOT));
        }
    }

    private static Refusal notWritable(Path home) {
        return Refusal.configuration(
                "home_not_writable",
                """
                Keepwell cannot write to its home %s. Give it a folder it may write to with \
                KEEPWELL_HOME.\
                """
                        .formatted(home));
    }

    private static Refusal foreign(Path home) {
        return Refusal.configuration(
                "home_foreign",
                """
                The folder %s holds files that are not Keepwell's. Choose an empty or new folder \
                with KEEPWELL_HOME.\
                """
                        .formatted(home));
    }
}
