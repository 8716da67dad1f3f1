package dev.keepwell.postgres;

import dev.keepwell.kernel.Refusal;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/// The PostgreSQL that comes with Keepwell, unpacked into the home on the first start.
final class Binaries {

    static final String VERSION = "18.6";
    static final String MAJOR = "18";

    private static final String MACHINE = System.getProperty("os.arch", "");
    private static final String ARCHIVE =
            MACHINE.equals("aarch64") ? "/postgres-linux-arm_64.txz" : "/postgres-linux-x86_64.txz";
    private static final int OWNER_RUNS = 0100;

    private Binaries() {}

    static Path unpack(Path postgres) throws IOException {
        var target = postgres.resolve("bin-" + VERSION);
        Whole.folder(target, Binaries::unpackInto);
        return target;
    }

    private static void unpackInto(Path folder) throws IOException {
        var packed = Binaries.class.getResourceAsStream(ARCHIVE);
        if (packed == null) {
            throw Refusal.configuration(
                    "database_missing",
                    """
                    The PostgreSQL in this Keepwell is for another machine than %s. Build it \
                    here, or set KEEPWELL_DATABASE_URL to a PostgreSQL 15 or newer.\
                    """
                            .formatted(MACHINE));
        }
        try (var archive =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(packed)))) {
            for (var it = archive.getNextEntry(); it != null; it = archive.getNextEntry()) {
                unpack(it, archive, it.resolveIn(folder));
            }
        }
    }

    private static void unpack(TarArchiveEntry entry, TarArchiveInputStream archive, Path file)
            throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(file);
            return;
        }
        var parent = file.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(file, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(archive, file);
        if ((entry.getMode() & OWNER_RUNS) != 0) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
    }
}
