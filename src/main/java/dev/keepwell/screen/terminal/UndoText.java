package dev.keepwell.screen.terminal;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/// Undoes an import, and says what was left alone and why.
final class UndoText {

    private UndoText() {}

    static int undo(Api api, Output output, String importId) {
        var promise = api.post("/imports/" + Api.encoded(importId) + "/undo", Map.of());
        var result = new JobWatch(api, output).result(promise);
        output.show(result, () -> table(result));
        result.path("conflicts").forEach(it -> output.tell(sentence(it)));
        return result.path("left_alone").asLong() == 0 ? Exit.OK : Exit.PARTLY;
    }

    private static Table table(JsonNode result) {
        var table = new Table("undone", "removed", "restored", "left_alone");
        table.row(
                result.path("undoes").asString(),
                result.path("removed").asString(),
                result.path("restored").asString(),
                result.path("left_alone").asString());
        return table;
    }

    private static String sentence(JsonNode conflict) {
        var why =
                switch (conflict.path("reason").asString()) {
                    case "changed" -> "was changed since by %s";
                    case "needed" -> "is needed by %s";
                    case String _ -> "would overlap with %s";
                };
        return "%s %s (%s) stays: it %s."
                .formatted(
                        conflict.path("table").asString(),
                        conflict.path("id").asString(),
                        conflict.path("name").asString(),
                        why.formatted(conflict.path("by").asString()));
    }
}
