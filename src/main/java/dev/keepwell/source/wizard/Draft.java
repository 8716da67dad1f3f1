package dev.keepwell.source.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// How far somebody has come with the questions about a file. What is decided is kept as it is
/// decided, so that the next visit goes on there.
///
/// `constants` are the values that are the same in every row, such as the currency. A draft without
/// a kind imports several files by a mapping that is ready.
public record Draft(
        String kind,
        String file,
        Map<String, String> layout,
        boolean clearsBlanks,
        Map<String, String> constants,
        List<String> columns,
        List<Choice> choices) {

    static Draft read(String json) {
        return JsonMapper.shared().readValue(json, Draft.class);
    }

    String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }

    public Draft choosing(List<Choice> chosen) {
        return new Draft(kind, file, layout, clearsBlanks, constants, columns, List.copyOf(chosen));
    }

    public Draft clearing(boolean clears) {
        return new Draft(kind, file, layout, clears, constants, columns, choices);
    }

    public Draft assuming(Map<String, String> same) {
        return new Draft(kind, file, layout, clearsBlanks, Map.copyOf(same), columns, choices);
    }

    Draft reads(String column, String value, String instead) {
        var changed = new ArrayList<Choice>();
        for (var it : choices) {
            changed.add(it.column().equals(column) ? it.reads(value, instead) : it);
        }
        return choosing(changed);
    }

    public boolean isReady() {
        return kind.isEmpty();
    }

    /// The column that means a field, where one does.
    public Optional<Choice> of(String field) {
        return choices.stream()
                .filter(it -> !it.isLeftOut() && it.field().equals(field))
                .findFirst();
    }

    public Optional<Choice> choiceOf(String column) {
        return choices.stream().filter(it -> it.column().equals(column)).findFirst();
    }
}
