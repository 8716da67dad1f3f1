package dev.keepwell.screen.terminal;

import dev.keepwell.source.file.Format;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Takes files in and says what became of each row.
@Command(
        name = "import",
        headerHeading =
                "Examples:%n  ./keepwell import ./export%n"
                        + "  ./keepwell import ./export --map mapping.yaml --dry-run%n"
                        + "  ./keepwell import ./export --map stripe%n%n",
        description = "Imports canonical tables by file name, or other columns through a mapping.",
        mixinStandardHelpOptions = true)
final class ImportCommand implements Callable<Integer> {

    private static final int REJECTIONS_SHOWN = 20;
    private static final Pattern READY = Pattern.compile("[a-z0-9_]+");

    @Parameters(
            paramLabel = "FOLDER|FILE",
            arity = "0..1",
            description = "A folder of tables, or one.")
    private Path place = Path.of("");

    @Option(
            names = "--map",
            paramLabel = "FILE|NAME",
            description = "Says which columns mean what: a file, or a ready mapping.")
    private @Nullable String map;

    @Option(
            names = "--with",
            paramLabel = "NAME=VALUE",
            description = "What a ready mapping asks for, such as currency=EUR.")
    private Map<String, String> with = Map.of();

    @Option(names = "--dry-run", description = "Only says what would happen.")
    private boolean dryRun;

    @Option(
            names = "--complete-until",
            paramLabel = "DAY",
            description = "The files hold everything up to this day.")
    private @Nullable LocalDate completeUntil;

    @Option(
            names = "--source",
            paramLabel = "NAME",
            description = "Whose ids these are; 'csv' unless given.")
    private @Nullable String source;

    @Option(
            names = "--undo",
            paramLabel = "IMPORT",
            description = "Takes an import of the last 30 days back instead.")
    private @Nullable String undo;

    private final Terminal terminal;

    ImportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var undone = undo;
        if (undone != null) {
            return terminal.ask(api -> UndoText.undo(api, terminal.output(), undone));
        }
        var exported = new ExportedFolder(place);
        if (exported.isThere()) {
            return terminal.ask(api -> bring(api, exported));
        }
        var order = order();
        var files = files();
        return terminal.ask(api -> {
            var path = open(api, order);
            var result = bring(api, path, files);
            return report(result, dryRun ? List.of() : rejections(api, path));
        });
    }

    /// Everything that an export took out, source by source.
    private int bring(Api api, ExportedFolder exported) {
        var results = new ArrayList<JsonNode>();
        var rejections = new ArrayList<JsonNode>();
        for (var step : exported.steps()) {
            var order = order();
            order.put("source", step.source());
            var path = open(api, order);
            results.add(bring(api, path, step.files()));
            rejections.addAll(dryRun ? List.of() : rejections(api, path));
        }
        return report(ExportedFolder.joined(results), rejections);
    }

    private String open(Api api, Map<String, Object> order) {
        var id = api.post("/imports", order).path("id").asString();
        if (!dryRun) {
            terminal.output().tell("'./keepwell import --undo %s' takes it back.".formatted(id));
        }
        return "/imports/" + id;
    }

    private JsonNode bring(Api api, String path, List<Path> files) {
        for (var file : files) {
            var name = Api.encoded(String.valueOf(file.getFileName()));
            api.upload(path + "/files/" + name, file);
        }
        var promise = api.post(path + "/start", Map.of());
        return new JobWatch(api, terminal.output()).result(promise);
    }

    private int report(JsonNode result, List<JsonNode> rejections) {
        var output = terminal.output();
        output.show(result, () -> table(result.path("files")));
        result.path("notes").forEach(it -> output.tell(it.asString()));
        var rejected =
                result.path("files")
                        .valueStream()
                        .mapToLong(it -> it.path("rejected").asLong())
                        .sum();
        if (rejected == 0) {
            return Exit.OK;
        }
        var shown =
                rejections.isEmpty()
                        ? result.path("rejections").valueStream().toList()
                        : rejections;
        shown.stream()
                .limit(REJECTIONS_SHOWN)
                .forEach(it ->
                        output.tell(
                                "%s:%d %s: %s"
                                        .formatted(
                                                it.path("file").asString(),
                                                it.path("line").asLong(),
                                                it.path("reason").asString(),
                                                it.path("detail").asString())));
        if (rejected > REJECTIONS_SHOWN) {
            output.tell(
                    ("%d rows were set aside in all. './keepwell export dead-letters' has"
                                    + " each with its text.")
                            .formatted(rejected));
        }
        return Exit.PARTLY;
    }

    private static List<JsonNode> rejections(Api api, String path) {
        return api.get(path + "/rejections").path("data").valueStream().toList();
    }

    private static Table table(JsonNode files) {
        var columns =
                List.of(
                        "file",
                        "table",
                        "read",
                        "created",
                        "updated",
                        "unchanged",
                        "duplicate",
                        "rejected");
        var table = new Table(columns.toArray(String[]::new));
        for (var file : files) {
            table.row(columns.stream().map(it -> file.path(it).asString()).toArray(String[]::new));
        }
        return table;
    }

    private Map<String, Object> order() {
        var order = new HashMap<String, Object>();
        if (map != null) {
            order.put("mapping", through(map));
        }
        if (source != null) {
            order.put("source", source);
        }
        if (completeUntil != null) {
            order.put("complete_until", completeUntil.toString());
        }
        order.put("dry_run", dryRun);
        return order;
    }

    /// A bare word names a ready mapping, unless a file is called so.
    private Map<String, Object> through(String named) {
        var file = Path.of(named);
        if (READY.matcher(named).matches() && !Files.isRegularFile(file)) {
            return Map.of("ready", named, "with", with);
        }
        if (!with.isEmpty()) {
            throw new Stop(Exit.USAGE, "Only a ready mapping takes --with. Write it in the file.");
        }
        return Map.of("name", named, "text", text(file));
    }

    private List<Path> files() {
        if (place.toString().isEmpty()) {
            throw new Stop(Exit.USAGE, "Name a folder or a file to import.");
        }
        if (Files.isRegularFile(place)) {
            return List.of(place);
        }
        if (!Files.isDirectory(place)) {
            throw new Stop(Exit.USAGE, "There is no folder or file %s.".formatted(place));
        }
        try (var inside = Files.list(place)) {
            var files =
                    inside.filter(Files::isRegularFile)
                            .filter(ImportCommand::isTable)
                            .sorted()
                            .toList();
            if (files.isEmpty()) {
                throw new Stop(
                        Exit.USAGE,
                        "The folder %s has no file that ends with one of %s."
                                .formatted(place, String.join(", ", Format.allEndings())));
            }
            return files;
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The folder %s cannot be read.".formatted(place));
        }
    }

    private static boolean isTable(Path file) {
        return Format.of(file.toString()).isPresent();
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (MalformedInputException e) {
            throw new Stop(Exit.USAGE, "The file %s is not UTF-8 text.".formatted(file));
        } catch (IOException e) {
            throw new Stop(Exit.USAGE, "The file %s cannot be read.".formatted(file));
        }
    }
}
