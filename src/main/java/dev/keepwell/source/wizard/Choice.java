package dev.keepwell.source.wizard;

import java.util.Map;

/// What a person decided about one column: the field it means, or none, how its days are written,
/// and which of its values stand for others.
public record Choice(String column, String field, String format, Map<String, String> values) {

    public static Choice of(String column, String field) {
        return new Choice(column, field, "", Map.of());
    }

    public boolean isLeftOut() {
        return field.isEmpty();
    }

    Choice reads(String value, String instead) {
        var more = new java.util.TreeMap<>(values);
        more.put(value, instead);
        return new Choice(column, field, format, Map.copyOf(more));
    }
}
