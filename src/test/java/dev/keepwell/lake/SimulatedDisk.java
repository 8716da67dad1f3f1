package dev.keepwell.lake;

import java.io.ByteArrayInputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A disk in memory that keeps after a power cut what was forced, and of the rest what it likes.
///
/// Bytes that were not forced are lost or torn. Names of a folder are written in their order, so a
/// cut leaves the first few of those that were not forced.
final class SimulatedDisk implements Disk {

    /// The lights are out: nothing of this process happens any more.
    static final class PowerCut extends Error {}

    private static final class Content {
        private byte[] now;
        private byte[] safe = {};

        private Content(byte[] now) {
            this.now = now;
        }
    }

    private static final class Folder {
        private final Map<Path, Content> files = new HashMap<>();
        private final Set<Path> folders = new LinkedHashSet<>();
        private final Map<Path, Content> safeFiles = new HashMap<>();
        private final Set<Path> safeFolders = new LinkedHashSet<>();
        private final List<Runnable> unsafe = new ArrayList<>();
    }

    private final Map<Path, Folder> folders = new HashMap<>();
    private final Random random;
    private int stepsLeft;

    SimulatedDisk(Path root, Random random) {
        this.random = random;
        folders.put(root, new Folder());
    }

    /// Goes dark after so many steps.
    void run(int steps) {
        stepsLeft = steps;
    }

    /// Leaves what is there when the lights come on again.
    void cut() {
        for (var folder : folders.values()) {
            int survived = random.nextInt(folder.unsafe.size() + 1);
            folder.unsafe.subList(0, survived).forEach(Runnable::run);
            folder.unsafe.clear();
        }
        var reachable = new HashMap<Path, Folder>();
        for (var entry : folders.entrySet()) {
            if (isSafe(entry.getKey())) {
                reachable.put(entry.getKey(), entry.getValue());
            }
        }
        folders.keySet().retainAll(reachable.keySet());
        for (var folder : folders.values()) {
            folder.files.clear();
            folder.files.putAll(folder.safeFiles);
            folder.folders.clear();
            folder.folders.addAll(folder.safeFolders);
            folder.files.values().forEach(this::tear);
        }
        run(Integer.MAX_VALUE);
    }

    private boolean isSafe(Path path) {
        var parent = path.getParent();
        var above = parent == null ? null : folders.get(parent);
        return above == null || above.safeFolders.contains(path) && isSafe(parent);
    }

    private void tear(Content content) {
        if (!Arrays.equals(content.now, content.safe)) {
            content.now = Arrays.copyOf(content.now, random.nextInt(content.now.length + 1));
        }
        content.safe = content.now;
    }

    /// Counted by whoever else can be cut off, too.
    void step() {
        if (stepsLeft-- <= 0) {
            throw new PowerCut();
        }
    }

    /// What the engine does that writes Parquet: it never forces anything.
    void write(Path file, byte[] bytes) {
        step();
        put(file, new Content(bytes));
    }

    byte[] bytes(Path file) throws IOException {
        return content(file).now;
    }

    @Override
    public InputStream read(Path file) throws IOException {
        step();
        return new ByteArrayInputStream(content(file).now);
    }

    @Override
    public void force(Path file) throws IOException {
        step();
        var content = content(file);
        content.safe = content.now;
    }

    @Override
    public void forceFolder(Path path) {
        step();
        var folder = folder(path);
        folder.unsafe.forEach(Runnable::run);
        folder.unsafe.clear();
    }

    @Override
    public void makeFolder(Path path) {
        step();
        var parent = folder(Objects.requireNonNull(path.getParent()));
        parent.folders.add(path);
        parent.unsafe.add(() -> parent.safeFolders.add(path));
        folders.put(path, new Folder());
    }

    @Override
    public void move(Path from, Path to) throws IOException {
        step();
        var content = content(from);
        put(to, content);
        drop(from);
    }

    @Override
    public void delete(Path file) {
        step();
        drop(file);
    }

    private void put(Path file, Content content) {
        var folder = folder(Objects.requireNonNull(file.getParent()));
        folder.files.put(file, content);
        folder.unsafe.add(() -> folder.safeFiles.put(file, content));
    }

    private void drop(Path file) {
        var folder = folders.get(Objects.requireNonNull(file.getParent()));
        if (folder != null && folder.files.remove(file) != null) {
            folder.unsafe.add(() -> folder.safeFiles.remove(file));
        }
    }

    @Override
    public boolean holdsFile(Path file) {
        return find(file) != null;
    }

    @Override
    public boolean holdsFolder(Path folder) {
        return folders.containsKey(folder);
    }

    @Override
    public List<Path> list(Path folder) {
        return folders.values().stream()
                .flatMap(it -> it.files.keySet().stream())
                .filter(it -> it.startsWith(folder))
                .sorted()
                .toList();
    }

    private Folder folder(Path path) {
        return Objects.requireNonNull(folders.get(path), path::toString);
    }

    private Content content(Path file) throws FileNotFoundException {
        var content = find(file);
        if (content == null) {
            throw new FileNotFoundException(file.toString());
        }
        return content;
    }

    private @Nullable Content find(Path file) {
        var folder = folders.get(Objects.requireNonNull(file.getParent()));
        return folder == null ? null : folder.files.get(file);
    }
}
