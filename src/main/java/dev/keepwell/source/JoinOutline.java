package dev.keepwell.source;

import dev.keepwell.source.Mapping.Condition;
import dev.keepwell.source.Mapping.Test;
import dev.keepwell.source.Mapping.Word;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Reads what a mapping says about joins and about which rows count.
final class JoinOutline {

    private static final List<String> JOIN_KEYS =
            List.of("file", "on", "take", "join", "where", "least", "greatest", "as");
    private static final List<String> TEST_KEYS = List.of("not", "like");

    private JoinOutline() {}

    static List<Mapping.Join> joins(@Nullable Outline place) {
        return place == null ? List.of() : place.items().stream().map(JoinOutline::join).toList();
    }

    private static Mapping.Join join(Outline body) {
        var keys = body.entries(JOIN_KEYS);
        var taken = new LinkedHashMap<String, Word>();
        var take = body.required("take");
        if (take.isList()) {
            take.items().forEach(it -> taken.put(it.text(), MappingFile.word(it)));
        } else {
            take.entries().forEach((here, there) -> taken.put(here, MappingFile.word(there)));
        }
        return new Mapping.Join(
                body.required("file").text(),
                keys(body.required("on")),
                taken,
                joins(keys.get("join")),
                conditions(keys.get("where")),
                choice(body),
                body.at("as").map(TargetOutline::plain).orElse(null),
                body);
    }

    private static List<Mapping.Key> keys(Outline on) {
        if (on.isText()) {
            return List.of(new Mapping.Key(MappingFile.word(on), MappingFile.word(on)));
        }
        var keys = new ArrayList<Mapping.Key>();
        on.entries()
                .forEach((here, there) ->
                        keys.add(new Mapping.Key(new Word(here, there), MappingFile.word(there))));
        if (keys.isEmpty()) {
            throw on.refusal("A join has a key. Write `on: name` or `on: {here: there}`.");
        }
        return keys;
    }

    private static Mapping.@Nullable Choice choice(Outline body) {
        var least = body.at("least");
        var greatest = body.at("greatest");
        if (least.isPresent() && greatest.isPresent()) {
            throw body.refusal("A join takes the least or the greatest. Write one.");
        }
        return greatest.or(() -> least)
                .map(it -> new Mapping.Choice(greatest.isPresent(), MappingFile.word(it)))
                .orElse(null);
    }

    static List<Condition> conditions(@Nullable Outline where) {
        var conditions = new ArrayList<Condition>();
        if (where != null) {
            where.entries()
                    .forEach((column, values) ->
                            conditions.add(new Condition(new Word(column, values), test(values))));
        }
        return conditions;
    }

    private static Test test(Outline values) {
        if (values.isText() && values.text().equals("present")) {
            return new Test.Present();
        }
        if (values.isText() && values.text().equals("empty")) {
            return new Test.Empty();
        }
        if (values.isText() || values.isList()) {
            return new Test.OneOf(words(values));
        }
        var keys = values.entries(TEST_KEYS);
        if (keys.containsKey("like")) {
            return new Test.Like(Mapping.likeness(values.required("like").text()));
        }
        return new Test.NoneOf(words(values.required("not")));
    }

    private static Set<String> words(Outline values) {
        return values.texts().stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
