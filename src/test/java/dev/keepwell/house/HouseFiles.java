package dev.keepwell.house;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/// The files that make up the project, as the house tests read them.
///
/// Folders are named rather than walked from the top: a data folder, a build folder or somebody's
/// editor may lie beside them.
final class HouseFiles {

    private static final Set<String> FOLDERS =
            Set.of("src", "spark/src", "catalog", "docs", "samples", ".ci", ".mvn");

    /// A file with its lines; a file that is not text has none.
    record TextFile(Path path, List<String> lines) {

        boolean isNamed(String ending) {
            return path.toString().endsWith(ending);
        }

        String text() {
            return String.join("\n", lines);
        }
    }

    private HouseFiles() {}

    static List<TextFile> all() {
        var files = new ArrayList<TextFile>();
        for (var folder : FOLDERS) {
            files.addAll(under(folder));
        }
        try (var top = Files.list(Path.of(""))) {
            files.addAll(read(top.filter(it -> !it.startsWith(".git"))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return files;
    }

    static List<TextFile> under(String folder) {
        if (!Files.isDirectory(Path.of(folder))) {
            return List.of();
        }
        try (var files = Files.walk(Path.of(folder))) {
            return read(files);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<TextFile> java() {
        return Stream.of("src", "spark/src")
                .flatMap(it -> under(it).stream())
                .filter(it -> it.isNamed(".java"))
                .toList();
    }

    private static List<TextFile> read(Stream<Path> paths) {
        return paths.filter(Files::isRegularFile).sorted().map(HouseFiles::read).toList();
    }

    private static TextFile read(Path path) {
        try {
            return new TextFile(path, Files.readAllLines(path));
        } catch (MalformedInputException e) {
            return new TextFile(path, List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
