package dev.keepwell.source.wizard;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What is taken for granted about a file before anybody answers: what was decided the last time
/// about the same columns, or else what their names and values say.
final class FirstDraft {

    private static final String USUAL = "accounts";
    private static final List<String> WRITTEN_ALIKE = List.of("decimal", "dates");

    private FirstDraft() {}

    static Draft of(FileKinds kinds, String file, Looked looked, Map<String, String> constants) {
        var kind = kinds.likeliest(looked.columns()).map(FileKind::name).orElse(USUAL);
        return of(kinds.named(kind), file, looked, constants);
    }

    static Draft of(FileKind kind, String file, Looked looked, Map<String, String> constants) {
        var seen = looked.columns().stream().filter(it -> !isAdded(it)).toList();
        var fields =
                Matching.of(kind, seen).stream()
                        .collect(Collectors.toMap(Matching.Match::column, Matching.Match::field));
        var columns = looked.columns().stream().map(Seen::name).toList();
        return new Draft(
                kind.name(),
                file,
                looked.layout(),
                false,
                constants,
                columns,
                columns.stream().map(it -> Choice.of(it, fields.getOrDefault(it, ""))).toList());
    }

    private static boolean isAdded(Seen column) {
        return MappingMemory.isAdded(column.name());
    }

    /// The same columns as the last time. Its numbers and days are written as they were then.
    static Draft remembered(Draft before, Draft now) {
        var layout = new LinkedHashMap<>(now.layout());
        for (var key : WRITTEN_ALIKE) {
            var written = before.layout().get(key);
            if (written != null) {
                layout.replace(key, written);
            }
        }
        var choices = new ArrayList<Choice>();
        for (var column : now.columns()) {
            choices.add(before.choiceOf(column).orElse(Choice.of(column, "")));
        }
        return new Draft(
                before.kind(),
                now.file(),
                layout,
                before.clearsBlanks(),
                now.constants(),
                now.columns(),
                choices);
    }
}
