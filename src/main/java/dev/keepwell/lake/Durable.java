package dev.keepwell.lake;

import dev.keepwell.kernel.Fingerprint;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.util.HexFormat;
import java.util.Objects;

/// Puts a written file where a power cut can no longer take it away.
///
/// The engine that writes Parquet never calls fsync, so this does: the file, then the rename, then
/// the folder that records the rename.
final class Durable {

    record Settled(String sha256, long bytes) {}

    private Durable() {}

    static Settled settle(Path draft, Path home) {
        try {
            force(draft, StandardOpenOption.WRITE);
            var sha256 = sha256(draft);
            var bytes = Files.size(draft);
            createDurably(home);
            Files.move(draft, home.resolve(fileName(sha256)), StandardCopyOption.ATOMIC_MOVE);
            force(home, StandardOpenOption.READ);
            return new Settled(sha256, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String fileName(String sha256) {
        return sha256 + ".parquet";
    }

    static String sha256(Path file) {
        var digest = Fingerprint.sha256();
        try (var in = new DigestInputStream(Files.newInputStream(file), digest)) {
            in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /// A new folder is an entry in its parent, and that entry needs an fsync of its own.
    private static void createDurably(Path folder) throws IOException {
        if (Files.isDirectory(folder)) {
            return;
        }
        var parent = Objects.requireNonNull(folder.toAbsolutePath().getParent());
        createDurably(parent);
        Files.createDirectories(folder);
        force(parent, StandardOpenOption.READ);
    }

    private static void force(Path path, StandardOpenOption option) throws IOException {
        try (var channel = FileChannel.open(path, option)) {
            channel.force(true);
        }
    }
}
