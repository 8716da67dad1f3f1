package dev.keepwell.source.wizard;

import dev.keepwell.source.wizard.FileKind.Fed;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;

/// Writes what was decided in the wizard as a mapping file: the same that the terminal and the API
/// take, so that what was clicked once can be repeated by a script.
final class MappingText {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String TODAY = "$today";
    private static final List<String> TRUE = List.of("yes", "y", "true", "t", "1", "ja", "oui");
    private static final List<String> FALSE = List.of("no", "n", "false", "f", "0", "nein", "non");

    private final FileKind kind;
    private final Draft draft;
    private final StringBuilder text = new StringBuilder();

    private MappingText(FileKind kind, Draft draft) {
        this.kind = kind;
        this.draft = draft;
    }

    static String of(FileKind kind, Draft draft, String source) {
        return new MappingText(kind, draft).write(source);
    }

    private String write(String source) {
        line(0, "source", source);
        line(0, "blank", draft.clearsBlanks() ? "clear" : "keep");
        text.append("files:\n  %s:\n".formatted(quoted(draft.file())));
        if (!draft.layout().isEmpty()) {
            text.append("    layout: %s\n".formatted(JSON.writeValueAsString(draft.layout())));
        }
        text.append("    tables:\n");
        kind.tables().stream().filter(this::isFed).forEach(this::table);
        var left = draft.choices().stream().filter(Choice::isLeftOut).map(Choice::column).toList();
        if (!left.isEmpty()) {
            text.append("    ignore: %s\n".formatted(JSON.writeValueAsString(left)));
        }
        return text.append(kind.writtenRows()).toString();
    }

    private boolean isFed(Fed table) {
        return table.when().isEmpty() || draft.of(table.when()).isPresent();
    }

    private void table(Fed table) {
        text.append("      %s:\n".formatted(table.table()));
        if (!table.table().equals(kind.mainTable())) {
            line(8, "with", kind.mainTable());
        }
        draft.of(table.when())
                .ifPresent(it -> {
                    text.append("        where: {%s: present}\n".formatted(quoted(it.column())));
                });
        text.append("        columns:\n");
        table.columns()
                .forEach((column, from) ->
                        from.stream()
                                .flatMap(it -> rule(it).stream())
                                .findFirst()
                                .ifPresent(it -> {
                                    text.append("          %s: %s\n".formatted(column, it));
                                }));
    }

    /// What gives the value: a column, or what is the same in every row; nothing where neither is
    /// there.
    private Optional<String> rule(String from) {
        if (from.startsWith("$")) {
            var constant = draft.constants().getOrDefault(from.substring(1), from.substring(1));
            return Optional.of(JSON.writeValueAsString(Map.of("constant", constant)));
        }
        var field = kind.field(from).orElseThrow();
        return draft.of(from)
                .map(it -> rule(field, it))
                .or(() -> field.otherwise().isEmpty() ? Optional.empty() : rule(field.otherwise()));
    }

    private String rule(FileKind.Field field, Choice choice) {
        var rule = new LinkedHashMap<String, Object>();
        rule.put("column", choice.column());
        var values = new LinkedHashMap<String, String>(choice.values());
        if (field.name().equals("churned")) {
            values.putAll(ended());
        }
        if (!values.isEmpty()) {
            rule.put("values", values);
        }
        if (field.name().equals("tenure")) {
            rule.put("as", Map.of("months_before", today()));
        } else if (!choice.format().isEmpty()) {
            rule.put("format", choice.format());
        }
        return JSON.writeValueAsString(rule);
    }

    /// An account that has left pays until today, as nobody says when it left.
    private Map<String, String> ended() {
        var values = new LinkedHashMap<String, String>();
        for (var spelling : spellings(TRUE)) {
            values.put(spelling, today());
        }
        spellings(FALSE).forEach(it -> values.put(it, ""));
        return values;
    }

    private static List<String> spellings(List<String> words) {
        var spellings = new ArrayList<String>();
        for (var word : words) {
            spellings.add(word);
            spellings.add(word.toUpperCase(Locale.ROOT));
            spellings.add(word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1));
        }
        return spellings.stream().distinct().toList();
    }

    private String today() {
        return draft.constants().getOrDefault(TODAY.substring(1), "");
    }

    private void line(int indent, String key, String value) {
        text.append("%s%s: %s\n".formatted(" ".repeat(indent), key, quoted(value)));
    }

    /// JSON's texts are YAML's, whatever stands in them.
    private static String quoted(String value) {
        return JSON.writeValueAsString(value);
    }
}
