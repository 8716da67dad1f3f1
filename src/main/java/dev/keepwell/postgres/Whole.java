package dev.keepwell.postgres;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.springframework.util.FileSystemUtils;

/// Files and folders that are there whole or not at all, wherever a crash or a power cut falls.
final class Whole {

    private static final String DRAFT = ".draft-";

    private Whole() {}

    /// Fills a folder that is not to be seen half full.
    interface Filling {
        void into(Path draft) throws IOException;
    }

    static void folder(Path target, Filling filling) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        removeDrafts(target);
        // A name of its own: a program of a killed server may still be writing to an older draft.
        var draft = Files.createTempDirectory(folderOf(target), target.getFileName() + DRAFT);
        filling.into(draft);
        Programs.finish(new ProcessBuilder("sync", "-f", draft.toString()).inheritIO().start());
        put(draft, target);
    }

    /// A file that only its owner may read.
    static void secret(Path target, String text) throws IOException {
        removeDrafts(target);
        var ownerOnly = PosixFilePermissions.fromString("rw-------");
        var draft =
                Files.createTempFile(
                        folderOf(target),
                        target.getFileName() + DRAFT,
                        "",
                        PosixFilePermissions.asFileAttribute(ownerOnly));
        Files.writeString(draft, text, StandardOpenOption.SYNC);
        put(draft, target);
    }

    private static void put(Path draft, Path target) throws IOException {
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
        try (var folder = FileChannel.open(folderOf(target), StandardOpenOption.READ)) {
            folder.force(true);
        }
    }

    private static void removeDrafts(Path target) throws IOException {
        try (var drafts =
                Files.newDirectoryStream(folderOf(target), target.getFileName() + DRAFT + "*")) {
            for (var draft : drafts) {
                remove(draft);
            }
        }
    }

    private static void remove(Path draft) {
        try {
            FileSystemUtils.deleteRecursively(draft);
        } catch (IOException e) {
            // Still being written to by a program of a killed server: the next start removes it.
        }
    }

    private static Path folderOf(Path target) {
        var parent = target.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("A path with a folder, but got " + target);
        }
        return parent;
    }
}
