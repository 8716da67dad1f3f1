package dev.keepwell.source;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

/// What the values of a column of a file look like, as far as that can be told without knowing what
/// they mean.
enum Shape {
    NUMBER("[-+(]?\\s?[$€£¥]?\\s?-?\\d[\\d.,\\u00a0 ]*\\s?[€%]?\\)?"),
    DAY("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}"),
    MOMENT("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}.*"),
    TRUTH("(?i)true|false|yes|no"),
    EMAIL("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
    TEXT("(?s).*"),
    /// No row has a value.
    EMPTY("");

    private static final List<Shape> NARROW = List.of(TRUTH, DAY, MOMENT, NUMBER, EMAIL);

    private final Pattern form;

    Shape(String form) {
        this.form = Pattern.compile(form);
    }

    /// The narrowest that fits all of them.
    static Shape of(Collection<String> values) {
        var said = values.stream().map(String::strip).filter(it -> !it.isEmpty()).toList();
        if (said.isEmpty()) {
            return EMPTY;
        }
        return NARROW.stream()
                .filter(shape -> said.stream().allMatch(it -> shape.form.matcher(it).matches()))
                .findFirst()
                .orElse(TEXT);
    }

    String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
