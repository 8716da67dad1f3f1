package dev.keepwell.source;

import dev.keepwell.source.Mapping.Origin;
import dev.keepwell.source.Mapping.Rule;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Makes the values of a table's columns from the rows of one file, as the rules say.
final class DerivedValues {

    private final WideRows file;

    DerivedValues(WideRows file) {
        this.file = file;
    }

    Function<List<String>, String> of(Rule rule) {
        var value = changed(origin(rule.origin()), rule);
        var otherwise = rule.otherwise();
        if (rule.when().isEmpty() && otherwise == null) {
            return value;
        }
        var counts = file.all(rule.when());
        Function<List<String>, String> second = otherwise == null ? _ -> "" : of(otherwise);
        return row -> {
            var first = counts.test(row) ? value.apply(row) : "";
            return first.isEmpty() ? second.apply(row) : first;
        };
    }

    private Function<List<String>, String> origin(Origin origin) {
        var places = origin.columns().stream().mapToInt(file.header()::place).toArray();
        return switch (origin) {
            case Origin.Constant it -> _ -> Parameters.isUnsaid(it.text()) ? "" : it.text();
            case Origin.First _ -> row -> first(row, places);
            case Origin.Latest _ -> row -> latest(row, places);
            case Origin.Joined _ ->
                    row ->
                            Arrays.stream(places)
                                    .mapToObj(place -> WideRows.at(row, place))
                                    .filter(text -> !text.isEmpty())
                                    .collect(Collectors.joining(" "));
        };
    }

    private static String first(List<String> row, int[] places) {
        for (int place : places) {
            var text = WideRows.at(row, place);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }

    private static String latest(List<String> row, int[] places) {
        var latest = "";
        for (int place : places) {
            var text = WideRows.at(row, place);
            latest = text.compareTo(latest) > 0 ? text : latest;
        }
        return latest;
    }

    private Function<List<String>, String> changed(
            Function<List<String>, String> origin, Rule rule) {
        var value = origin;
        if (!rule.values().isEmpty()) {
            value = value.andThen(text -> named(rule, text));
        }
        for (var form : rule.forms()) {
            var before = value;
            var beside = form.beside();
            int place = beside == null ? Columns.NOWHERE : file.header().place(beside);
            value =
                    row -> {
                        var text = before.apply(row);
                        return text.isEmpty() ? "" : form.apply(text, WideRows.at(row, place));
                    };
        }
        return value;
    }

    /// The name as it is written, or in lower case, so that `TRUE` finds `true`.
    private static String named(Rule rule, String text) {
        var exact = rule.values().get(text);
        var named = exact == null ? rule.values().get(text.toLowerCase(Locale.ROOT)) : exact;
        return Objects.requireNonNullElse(named, text);
    }
}
