package dev.keepwell.lake;

import dev.keepwell.kernel.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Objects;

/// Puts a written file where a power cut can no longer take it away.
///
/// The engine that writes Parquet never calls fsync, so this does: the file, then the rename, then
/// the folders that record the rename.
record Durable(Disk disk) {

    record Settled(String sha256, long bytes) {}

    static String fileName(String sha256) {
        return sha256 + ".parquet";
    }

    /// Makes the bytes safe, and says what they are.
    Settled force(Path draft) {
        try {
            disk.force(draft);
            return fingerprint(draft);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes safe what somebody else has put in its place.
    void keep(Path file) {
        try {
            disk.force(file);
            disk.forceFolder(folderOf(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void move(Path from, Path to) {
        var home = folderOf(to);
        try {
            createDurably(home);
            disk.move(from, to);
            disk.forceFolder(home);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void delete(Path file) {
        try {
            disk.delete(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// What keeps a file from being read as it was written: empty when it is whole.
    String flaw(LakeFile file) {
        if (!disk.holdsFile(file.path())) {
            return "missing";
        }
        try {
            var found = fingerprint(file.path()).sha256();
            return found.equals(file.sha256()) ? "" : found;
        } catch (IOException e) {
            return "unreadable: " + e.getMessage();
        }
    }

    private Settled fingerprint(Path file) throws IOException {
        var digest = Fingerprint.sha256();
        try (var in = new DigestInputStream(disk.read(file), digest)) {
            var bytes = in.transferTo(OutputStream.nullOutputStream());
            return new Settled(HexFormat.of().formatHex(digest.digest()), bytes);
        }
    }

    /// A new folder is an entry in its parent, and that entry needs an fsync of its own.
    private void createDurably(Path folder) throws IOException {
        if (disk.holdsFolder(folder)) {
            return;
        }
        var parent = folderOf(folder);
        createDurably(parent);
        disk.makeFolder(folder);
        disk.forceFolder(parent);
    }

    private static Path folderOf(Path path) {
        return Objects.requireNonNull(path.toAbsolutePath().getParent());
    }
}
