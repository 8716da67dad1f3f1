package dev.keepwell.source;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a mapping cannot know and the person who imports can say: a currency, a term, a day.
///
/// `$name` stands for the value anywhere in the mapping. One that nobody has said stays as it is,
/// and whatever needs it is left out with a note.
final class Parameters {

    private static final Pattern NAME = Pattern.compile("\\$([a-z][a-z0-9_]*)");

    private Parameters() {}

    static boolean isUnsaid(String text) {
        return NAME.matcher(text).matches();
    }

    /// The text of a mapping with the values that its own `parameters` give.
    static String settled(String name, String text) {
        var values = values(Outline.of(name, text));
        if (values.isEmpty()) {
            return text;
        }
        return NAME.matcher(text)
                .replaceAll(it -> {
                    var value = values.getOrDefault(it.group(1), "");
                    return Matcher.quoteReplacement(value.isEmpty() ? it.group() : value);
                });
    }

    private static Map<String, String> values(Outline top) {
        var values = new LinkedHashMap<String, String>();
        top.at("parameters")
                .ifPresent(it ->
                        it.entries()
                                .forEach((name, body) -> {
                                    body.entries(List.of("value", "means"));
                                    values.put(name, body.required("value").text());
                                }));
        return values;
    }
}
