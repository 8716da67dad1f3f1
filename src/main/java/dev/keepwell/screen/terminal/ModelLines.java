package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.JsonNode;

/// Models, their versions and differences as the terminal prints them.
final class ModelLines {

    private ModelLines() {}

    static List<String> differences(JsonNode answer) {
        var lines =
                answer.path("differences")
                        .valueStream()
                        .map(it -> it.path("sentence").asString())
                        .toList();
        if (!lines.isEmpty()) {
            return lines;
        }
        return List.of(
                answer.path("same_text").asBoolean()
                        ? "The texts are the same."
                        : "They judge alike; only comments, spelling or spacing differ.");
    }

    static Table versions(JsonNode answer) {
        var table = new Table("version", "name", "from", "author", "note");
        for (var it : answer.path("data")) {
            var back = it.path("rolls_back");
            table.row(
                    it.path("version").asString() + (it.path("current").asBoolean() ? "*" : ""),
                    it.path("name").asString(),
                    it.path("effective_on").asString("the start"),
                    it.path("author").asString(),
                    it.path("note").asString()
                            + (back.isNull() ? "" : " (back to %s)".formatted(back.asString())));
        }
        return table;
    }

    static Table drafts(JsonNode answer) {
        var table = new Table("draft", "name", "author", "base", "revision", "");
        for (var it : answer.path("data")) {
            table.row(
                    it.path("id").asString(),
                    it.path("name").asString(),
                    it.path("author").asString(),
                    it.path("based_on").asString(),
                    it.path("revision").asString(),
                    it.path("outdated").asBoolean() ? "outdated" : "");
        }
        return table;
    }

    static Table templates(JsonNode answer) {
        var table = new Table("template", "title", "measures", "without data", "which");
        for (var it : answer.path("data")) {
            var missing =
                    it.path("needs")
                            .valueStream()
                            .filter(need -> need.path("missing").asBoolean())
                            .map(need -> need.path("metric").asString())
                            .toList();
            table.row(
                    it.path("id").asString(),
                    it.path("title").asString(),
                    String.valueOf(it.path("needs").size()),
                    it.path("missing").asString(),
                    String.join(", ", missing));
        }
        return table;
    }

    static String published(JsonNode it) {
        return "Version %s (%s) holds from %s on."
                .formatted(
                        it.path("version").asString(),
                        it.path("name").asString(),
                        it.path("effective_on").asString());
    }

    /// `linear (0, 0) (1, 35)`; a step without a value is "otherwise".
    private static String curve(JsonNode measure) {
        var text = new StringBuilder(measure.path("curve").asString());
        for (var knot : measure.path("knots")) {
            text.append(" (")
                    .append(knot.path("x").isNull() ? "otherwise" : Numbers.full(knot.path("x")))
                    .append(", ")
                    .append(Numbers.full(knot.path("y")))
                    .append(')');
        }
        return text.toString();
    }

    static String inForce(JsonNode applied) {
        return "Model %s version %s is in force%s."
                .formatted(
                        applied.path("name").asString(),
                        applied.path("version").asString(),
                        applied.path("new").asBoolean() ? "" : ", as it was");
    }

    static List<String> model(JsonNode model) {
        var table = new Table("group / measure", "weight", "curve", "says");
        for (var group : model.path("groups")) {
            table.row(
                    group.path("id").asString(),
                    Numbers.full(group.path("weight")),
                    "",
                    group.path("title").asString());
            for (var it : group.path("measures")) {
                table.row(
                        "  " + it.path("id").asString(),
                        Numbers.full(it.path("weight")),
                        curve(it),
                        it.path("says").asString());
            }
        }
        var lines = new ArrayList<String>();
        lines.add(
                "%s version %s"
                        .formatted(
                                model.path("name").asString(), model.path("version").asString()));
        lines.add("");
        lines.addAll(table.lines());
        for (var cap : model.path("caps")) {
            lines.add(
                    "cap %s  at most %s  %s"
                            .formatted(
                                    cap.path("id").asString(),
                                    cap.path("at_most").asString(),
                                    cap.path("says").asString()));
        }
        return lines;
    }
}
