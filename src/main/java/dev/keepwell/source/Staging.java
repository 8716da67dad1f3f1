package dev.keepwell.source;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// The folder where uploaded files wait until their import is finished.
final class Staging {

    private static final Pattern NAME =
            Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .()+-]{0,199}");

    private final Path folder;

    Staging(Path folder) {
        this.folder = folder;
    }

    Path path(String importId, String name) {
        return folder.resolve(importId).resolve(name);
    }

    static void checkName(String name) {
        if (!NAME.matcher(name).matches()) {
            throw Refusal.invalid(
                    "file_name",
                    "A file name has letters, digits, spaces and ._()+- only, but got '%s'."
                            .formatted(name));
        }
    }

    /// Streams a file to disk. It has its name only when all of it is there.
    StagedFile keep(String importId, String name, InputStream content) {
        checkName(name);
        var path = path(importId, name);
        var part = path(importId, "." + name + ".part");
        var digest = Fingerprint.sha256();
        try {
            Files.createDirectories(part.getParent());
            write(content, digest, part);
            Files.move(part, path, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            deleteIfThere(part);
        }
        return new StagedFile(name, path, HexFormat.of().formatHex(digest.digest()));
    }

    private static void deleteIfThere(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(InputStream content, MessageDigest digest, Path part)
            throws IOException {
        try (var in = new DigestInputStream(content, digest);
                var out =
                        FileChannel.open(
                                part,
                                StandardOpenOption.CREATE,
                                StandardOpenOption.TRUNCATE_EXISTING,
                                StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(out));
            out.force(true);
        }
    }

    /// The imports that have files here.
    List<String> imports() {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (var folders = Files.list(folder)) {
            return folders.map(it -> it.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void forget(String importId) {
        var importFolder = folder.resolve(importId);
        if (!Files.isDirectory(importFolder)) {
            return;
        }
        try (var files = Files.walk(importFolder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
