package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.JsonNode;

/// Shows which records may be one, joins them, takes that back, and says which source is believed.
@Command(
        name = "identity",
        headerHeading =
                "Examples:%n  ./keepwell identity duplicates%n"
                        + "  ./keepwell identity merge ext:pay/C9 ext:crm/A1 --reason Same%n%n",
        description = "Which records of several sources are one customer or one person.",
        mixinStandardHelpOptions = true)
final class IdentityCommand {

    private static final String RECORD = "Our id, ext:<source>/<id>, or its id.";
    private static final String KIND = "account (if left out) or contact.";

    private final Terminal terminal;

    IdentityCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity duplicates%n"
                            + "  ./keepwell identity duplicates --json%n%n",
            description = "Lists the pairs that may be one, the most certain first.",
            mixinStandardHelpOptions = true)
    int duplicates() {
        return terminal.ask(api -> {
            var answer = api.get("/identity/duplicates");
            terminal.output().show(answer, () -> pairs(answer.path("data")));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity merges%n"
                            + "  ./keepwell identity merges --json%n%n",
            description = "Lists the merges there were, the newest first.",
            mixinStandardHelpOptions = true)
    int merges() {
        return terminal.ask(api -> {
            var answer = api.get("/identity/merges");
            terminal.output()
                    .showLines(
                            answer,
                            () -> {
                                var lines = new ArrayList<String>();
                                answer.path("data").forEach(it -> lines.add(line(it)));
                                return lines;
                            });
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity merge ext:pay/C9 ext:crm/A1 --reason Same%n"
                            + "  ./keepwell identity merge Q1 P1 --kind contact --reason Same%n%n",
            description = "Lets the first record count as the second.",
            mixinStandardHelpOptions = true)
    int merge(
            @Parameters(paramLabel = "LOSER", description = RECORD) String loser,
            @Parameters(paramLabel = "SURVIVOR", description = RECORD) String survivor,
            @Option(names = "--kind", defaultValue = "account", description = KIND) String kind,
            @Option(names = "--reason", required = true, description = "Why.") String reason,
            @Option(names = "--author", description = "Who says so.") @Nullable String author) {
        var order =
                new TreeMap<String, Object>(
                        Map.of(
                                "kind", kind,
                                "loser", loser,
                                "survivor", survivor,
                                "reason", reason));
        if (author != null) {
            order.put("author", author);
        }
        return terminal.ask(api -> {
            var done = api.post("/identity/merges", order);
            terminal.output().showLines(done, () -> List.of(line(done.path("merge"))));
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity unmerge mrg_8d1c%n"
                            + "  ./keepwell identity unmerge mrg_8d1c --author ann%n%n",
            description = "Takes a merge back: everything is as it was before.",
            mixinStandardHelpOptions = true)
    int unmerge(
            @Parameters(paramLabel = "MERGE", description = "As merges lists it.") String merge,
            @Option(names = "--author", description = "Who says so.") @Nullable String author) {
        var path = "/identity/merges/" + Api.encoded(merge);
        return terminal.ask(api -> {
            api.delete(author == null ? path : Api.query(path, Map.of("author", author)));
            terminal.output().tell("The two stand apart again.");
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity apart ext:pay/C9 ext:crm/A1%n"
                            + "  ./keepwell identity apart Q1 P1 --kind contact%n%n",
            description = "Remembers that two records are not one.",
            mixinStandardHelpOptions = true)
    int apart(
            @Parameters(paramLabel = "FIRST", description = RECORD) String first,
            @Parameters(paramLabel = "SECOND", description = RECORD) String second,
            @Option(names = "--kind", defaultValue = "account", description = KIND) String kind) {
        return terminal.ask(api -> {
            api.post(
                    "/identity/told-apart", Map.of("kind", kind, "first", first, "second", second));
            terminal.output().tell("They are not suggested again.");
            return Exit.OK;
        });
    }

    @Command(
            headerHeading =
                    "Examples:%n  ./keepwell identity precedence%n"
                            + "  ./keepwell identity precedence account name crm pay%n%n",
            description = "Shows or sets which source is believed first for a field.",
            mixinStandardHelpOptions = true)
    int precedence(
            @Parameters(paramLabel = "TABLE", arity = "0..1", description = "Such as account.")
                    @Nullable String table,
            @Parameters(
                            paramLabel = "FIELD",
                            arity = "0..1",
                            defaultValue = "*",
                            description = "A field, or '*' for all.")
                    String field,
            @Parameters(
                            paramLabel = "SOURCE",
                            arity = "0..*",
                            description = "The first is believed first; none takes it back.")
                    @Nullable List<String> sources) {
        return terminal.ask(api -> {
            var answer =
                    table == null
                            ? api.get("/identity/precedence")
                            : api.put(
                                    "/identity/precedence",
                                    Map.of(
                                            "table",
                                            table,
                                            "field",
                                            field,
                                            "sources",
                                            sources == null ? List.of() : sources));
            terminal.output().show(answer, () -> orders(answer.path("data")));
            return Exit.OK;
        });
    }

    private static Table pairs(JsonNode pairs) {
        var table = new Table("kind", "sure", "first", "second", "why");
        for (var it : pairs) {
            var caution = it.path("caution");
            table.row(
                    it.path("kind").asString(),
                    "%.0f%%".formatted(it.path("confidence").asDouble() * 100),
                    it.path("first").path("ref").asString(),
                    it.path("second").path("ref").asString(),
                    it.path("evidence").asString()
                            + (caution.isNull() ? "" : " But: " + caution.asString()));
        }
        return table;
    }

    private static String line(JsonNode it) {
        var undone = it.path("undone_at");
        return "%s: %s is %s, by %s at %s: %s%s"
                .formatted(
                        it.path("id").asString(),
                        it.path("loser").asString(),
                        it.path("survivor").asString(),
                        it.path("merged_by").asString(),
                        it.path("merged_at").asString(),
                        it.path("reason").asString(),
                        undone.isNull() ? "" : " (taken back at " + undone.asString() + ")");
    }

    private static Table orders(JsonNode orders) {
        var table = new Table("table", "field", "sources", "set by");
        for (var it : orders) {
            var sources = new ArrayList<String>();
            it.path("sources").forEach(source -> sources.add(source.asString()));
            table.row(
                    it.path("table").asString(),
                    it.path("field").asString(),
                    String.join(", ", sources),
                    it.path("set_by").asString());
        }
        return table;
    }
}
