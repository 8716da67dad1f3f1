package dev.keepwell.customer;

import dev.keepwell.customer.RecordTable.Kind;
import dev.keepwell.customer.RecordTable.Place;
import dev.keepwell.customer.RecordTable.Span;
import dev.keepwell.customer.RecordTable.Time;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Outline;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/// Reads the declaration of a record table from `catalog/records/<table>.yaml`.
final class RecordFile {

    private static final List<String> KEYS =
            List.of(
                    "title",
                    "row",
                    "kind",
                    "stored",
                    "prefix",
                    "key",
                    "occurred",
                    "span",
                    "exclusive",
                    "columns");
    private static final List<String> COLUMN_KEYS =
            List.of(
                    "type",
                    "required",
                    "many",
                    "default",
                    "refers",
                    "min",
                    "max",
                    "above",
                    "longest",
                    "one_of");

    /// PostgreSQL cannot index longer texts, and key columns are indexed.
    static final int LONGEST_KEY = 400;

    private RecordFile() {}

    static RecordTable read(String name, String text) {
        var file = Outline.of("catalog/records/" + name + ".yaml", text);
        file.entries(KEYS);
        file.required("title").text();
        file.required("row").text();
        var columns = new ArrayList<RecordColumn>();
        file.required("columns").entries().forEach((column, it) -> columns.add(column(column, it)));
        var table =
                new RecordTable(
                        name,
                        kind(file.required("kind")),
                        file.at("stored").map(RecordFile::place).orElse(Place.POSTGRES),
                        new RecordTable.Key(
                                file.required("prefix").text(), file.required("key").texts()),
                        new Time(
                                file.textAt("occurred").orElse(null),
                                file.at("span").map(RecordFile::span).orElse(null),
                                file.at("exclusive").map(Outline::texts).orElse(List.of())),
                        List.copyOf(columns));
        checkNames(file, table);
        return table;
    }

    /// What a packaged declaration says in words.
    static CurrentRecords.Meaning meaning(String name) {
        var file = new ClassPathResource("catalog/records/%s.yaml".formatted(name));
        try {
            var text = Outline.of(name, file.getContentAsString(StandardCharsets.UTF_8));
            return new CurrentRecords.Meaning(
                    text.required("title").text(), text.required("row").text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Kind kind(Outline place) {
        return switch (place.text()) {
            case "record" -> Kind.RECORD;
            case "fact" -> Kind.FACT;
            default -> throw place.refusal("A kind is record or fact. Write one of them.");
        };
    }

    private static Place place(Outline place) {
        if (!place.text().equals("lake")) {
            throw place.refusal("Rows are stored in the lake or, without this key, in PostgreSQL.");
        }
        return Place.LAKE;
    }

    private static Span span(Outline place) {
        var ends = place.texts();
        if (ends.size() != 2) {
            throw place.refusal("A span has two columns. Write [from, to].");
        }
        return new Span(ends.getFirst(), ends.getLast());
    }

    private static RecordColumn column(String name, Outline body) {
        var keys = body.entries(COLUMN_KEYS);
        var refers = body.textAt("refers").orElse(null);
        return new RecordColumn(
                name,
                refers == null ? type(body.required("type")) : ColumnType.REFERENCE,
                flag(keys, "required"),
                flag(keys, "many"),
                body.textAt("default").orElse(null),
                refers,
                new RecordColumn.Bounds(
                        number(keys, "min"),
                        number(keys, "max"),
                        number(keys, "above"),
                        longest(body, refers),
                        body.at("one_of").map(Outline::texts).orElse(List.of())));
    }

    private static int longest(Outline body, @Nullable String refers) {
        var keyLike = refers != null || body.textAt("type").filter("id"::equals).isPresent();
        return body.textAt("longest")
                .map(Integer::parseInt)
                .orElse(keyLike ? LONGEST_KEY : RecordColumn.Bounds.LONGEST_TEXT);
    }

    private static ColumnType type(Outline place) {
        var known =
                Arrays.stream(ColumnType.values())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!known.contains(place.text())) {
            throw place.refusal(
                    "There is no type '%s'.%s It is one of %s."
                            .formatted(
                                    place.text(),
                                    Suggestion.forWord(place.text(), known),
                                    String.join(", ", known)));
        }
        return ColumnType.of(place.text());
    }

    private static boolean flag(Map<String, Outline> keys, String key) {
        var place = keys.get(key);
        return place != null && place.flag();
    }

    private static @Nullable BigDecimal number(Map<String, Outline> keys, String key) {
        var place = keys.get(key);
        return place == null ? null : new BigDecimal(place.text());
    }

    private static void checkNames(Outline file, RecordTable table) {
        var known = table.columns().stream().map(RecordColumn::name).toList();
        var named = new ArrayList<>(table.key().columns());
        Optional.ofNullable(table.time().occurred()).ifPresent(named::add);
        table.time().spanned().ifPresent(it -> named.addAll(List.of(it.from(), it.to())));
        named.addAll(table.time().exclusive());
        for (var column : named) {
            if (!known.contains(column)) {
                throw file.refusal(
                        "The table has no column '%s'.%s Declare it under columns."
                                .formatted(column, Suggestion.forWord(column, known)));
            }
        }
    }
}
