package dev.keepwell.source;

import dev.keepwell.source.Mapping.Origin;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Reads which tables a file feeds, and where each value comes from.
final class TargetOutline {

    private static final List<String> TABLE_KEYS =
            List.of("where", "with", "columns", "unless_file");
    private static final List<String> ORIGINS =
            List.of("column", "columns", "first_of", "latest_of", "constant");
    private static final List<String> RULE_KEYS =
            List.of(
                    "column",
                    "columns",
                    "first_of",
                    "latest_of",
                    "constant",
                    "when",
                    "values",
                    "format",
                    "as",
                    "default",
                    "else");
    private static final List<String> FORMS =
            List.of(
                    "lower",
                    "salesforce_id",
                    "domain_of",
                    "country",
                    "percent",
                    "day",
                    "hash",
                    "epoch_seconds",
                    "epoch_milliseconds",
                    "minor_units",
                    "months_before",
                    "months_after",
                    "per_year",
                    "divided_by",
                    "times",
                    "minutes_until");

    private TargetOutline() {}

    /// One case, or a list of them.
    static Mapping.Target target(String table, Outline body) {
        var cases = new ArrayList<Mapping.Case>();
        var with = "";
        Word unless = null;
        for (var item : body.items()) {
            var keys = item.entries(TABLE_KEYS);
            var columns = new LinkedHashMap<String, Rule>();
            item.required("columns").entries().forEach((to, it) -> columns.put(to, rule(it)));
            cases.add(new Mapping.Case(JoinOutline.conditions(keys.get("where")), columns));
            with = item.textAt("with").orElse(with);
            unless = item.at("unless_file").map(MappingFile::word).orElse(unless);
        }
        return new Mapping.Target(new Word(table, body), cases, unless, with);
    }

    private static Rule rule(Outline place) {
        if (place.isText()) {
            return Rule.of(MappingFile.word(place));
        }
        var keys = place.entries(RULE_KEYS);
        var values = new LinkedHashMap<String, String>();
        place.at("values")
                .ifPresent(it ->
                        it.entries()
                                .forEach((from, to) -> {
                                    values.put(from, to.text());
                                    values.putIfAbsent(from.toLowerCase(Locale.ROOT), to.text());
                                }));
        var forms = new ArrayList<ValueForm>();
        place.at("format").ifPresent(it -> forms.add(new ValueForm.Dated(DateForm.of(it))));
        place.at("as").ifPresent(it -> it.items().forEach(form -> forms.add(form(form))));
        return new Rule(
                origin(place),
                JoinOutline.conditions(keys.get("when")),
                values,
                forms,
                otherwise(place),
                place);
    }

    private static Origin origin(Outline place) {
        var written = ORIGINS.stream().filter(it -> place.at(it).isPresent()).toList();
        if (written.size() != 1) {
            throw place.refusal(
                    "A value comes from a 'column', 'columns' or 'first_of' some, or is"
                            + " a 'constant'. Write one.");
        }
        var origin = place.required(written.getFirst());
        return switch (written.getFirst()) {
            case "constant" -> new Origin.Constant(origin.text());
            case "latest_of" -> new Origin.Latest(words(origin));
            case "columns" -> new Origin.Joined(words(origin));
            case "column" -> new Origin.First(List.of(MappingFile.word(origin)));
            default -> new Origin.First(words(origin));
        };
    }

    private static List<Word> words(Outline list) {
        return list.items().stream().map(MappingFile::word).toList();
    }

    private static @Nullable Rule otherwise(Outline place) {
        var constant =
                place.at("default")
                        .map(it ->
                                new Rule(
                                        new Origin.Constant(it.text()),
                                        List.of(),
                                        Map.of(),
                                        List.of(),
                                        null,
                                        it));
        return place.at("else").map(TargetOutline::rule).or(() -> constant).orElse(null);
    }

    /// A word, or a word with what it needs: `{minor_units: currency}`.
    private static ValueForm form(Outline place) {
        if (place.isText()) {
            return plain(place);
        }
        var entries = place.entries(FORMS);
        if (entries.size() != 1) {
            throw place.refusal("One change at a time. Write a list: `as: [lower, domain_of]`.");
        }
        var name = entries.keySet().iterator().next();
        var needs = entries.values().iterator().next();
        if (Parameters.isUnsaid(needs.text())) {
            return new ValueForm.Unsaid(needs.text());
        }
        return switch (name) {
            case "minor_units" -> new ValueForm.Minor(MappingFile.word(needs));
            case "minutes_until" -> new ValueForm.MinutesUntil(MappingFile.word(needs));
            case "months_before" -> new ValueForm.MonthsBefore(day(needs));
            case "months_after" -> new ValueForm.MonthsAfter(count(needs));
            case "per_year" -> new ValueForm.PerYear(count(needs));
            case "times" -> new ValueForm.Times(count(needs));
            case "divided_by" -> new ValueForm.DividedBy(count(needs));
            default -> throw place.refusal("'%s' stands alone. Write it so.".formatted(name));
        };
    }

    static ValueForm plain(Outline place) {
        return switch (place.text()) {
            case "epoch_seconds" -> new ValueForm.Dated(new DateForm.Epoch(1));
            case "epoch_milliseconds" -> new ValueForm.Dated(new DateForm.Epoch(1_000));
            case String word ->
                    named(word)
                            .orElseThrow(() ->
                                    place.refusal(
                                            "There is no change '%s'. It is one of %s."
                                                    .formatted(word, String.join(", ", FORMS))));
        };
    }

    private static Optional<ValueForm> named(String word) {
        for (var form : ValueForm.Plain.values()) {
            if (form.name().toLowerCase(Locale.ROOT).equals(word)) {
                return Optional.of(form);
            }
        }
        return Optional.empty();
    }

    private static int count(Outline place) {
        try {
            int count = Integer.parseInt(place.text());
            if (count > 0) {
                return count;
            }
        } catch (NumberFormatException e) {
            // Told below, with the numbers that are none.
        }
        throw place.refusal("Here belongs a whole number above zero.");
    }

    private static LocalDate day(Outline place) {
        try {
            return LocalDate.parse(place.text());
        } catch (DateTimeException e) {
            throw place.refusal("Here belongs a day such as 2026-06-30.");
        }
    }
}
