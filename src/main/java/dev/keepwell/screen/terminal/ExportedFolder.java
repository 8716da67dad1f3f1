package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A folder that an export of everything filled: a folder for each source, and what they mean.
record ExportedFolder(Path folder) {

    private static final String SCHEMA = "schema.json";

    /// Files of one source that are imported together.
    record Step(String source, List<Path> files) {}

    boolean isThere() {
        return Files.isRegularFile(folder.resolve(SCHEMA));
    }

    /// The imports that take everything in again, in their order.
    List<Step> steps() {
        var steps = new ArrayList<Step>();
        var schema = JsonMapper.shared().readTree(ImportCommand.text(folder.resolve(SCHEMA)));
        for (var step : schema.path("import_order")) {
            var files =
                    step.path("files").valueStream().map(JsonNode::asString).map(this::in).toList();
            steps.add(new Step(step.path("source").asString(), files));
        }
        return steps;
    }

    /// Unpacks an archive. The folder gets its name when all of it has come.
    void fill(InputStream archive) {
        if (Files.exists(folder)) {
            throw new Stop(
                    Exit.USAGE, "There is a %s already. Name a new folder.".formatted(folder));
        }
        var coming = new ExportedFolder(folder.resolveSibling(folder.getFileName() + ".part"));
        try (var zip = new ZipInputStream(archive)) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                var file = coming.in(entry.getName());
                Files.createDirectories(file.toAbsolutePath().getParent());
                Files.copy(zip, file);
            }
            if (!coming.isThere()) {
                throw brokenOff();
            }
            Files.move(coming.folder, folder);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static Stop brokenOff() {
        return new Stop(Exit.UNREACHABLE, "The export broke off before its end.");
    }

    /// Nothing in an archive may lie outside the folder.
    private Path in(String name) {
        var file = folder.resolve(name).normalize();
        if (!file.startsWith(folder.normalize())) {
            throw new Stop(Exit.USAGE, "The file '%s' would lie outside.".formatted(name));
        }
        return file;
    }

    /// What the imports of all steps counted, as one result.
    static JsonNode joined(List<JsonNode> results) {
        var files = results.stream().flatMap(it -> it.path("files").valueStream()).toList();
        var notes = results.stream().flatMap(it -> it.path("notes").valueStream()).toList();
        return Api.tree(Map.of("files", files, "notes", notes));
    }
}
