package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import dev.keepwell.source.file.Format;
import dev.keepwell.source.file.Layout;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a mapping from its YAML file, and complains by line.
final class MappingFile {

    private static final List<String> KEYS =
            List.of("source", "recorded_at", "zone", "files", "ignore_files", "rows");
    private static final List<String> FILE_KEYS = List.of("layout", "join", "tables", "ignore");
    private static final List<String> JOIN_KEYS = List.of("file", "on", "take");
    private static final List<String> TABLE_KEYS = List.of("where", "columns");
    private static final List<String> RULE_KEYS = List.of("column", "constant", "values", "format");
    private static final List<String> ROWS_KEYS = List.of("columns", "rows");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private MappingFile() {}

    static Mapping read(String name, String text) {
        var top = Outline.of(name, text);
        var keys = top.entries(KEYS);
        var leftOut = new LinkedHashMap<String, String>();
        top.at("ignore_files")
                .ifPresent(it ->
                        it.entries().forEach((file, reason) -> leftOut.put(file, reason.text())));
        return new Mapping(
                source(top.required("source")),
                new Feed.Reading(zone(keys.get("zone")), known(keys.get("recorded_at"))),
                files(keys.get("files")),
                leftOut,
                literals(keys.get("rows")));
    }

    private static String source(Outline place) {
        if (!SOURCE.matcher(place.text()).matches()) {
            throw place.refusal(
                    "A source is named by up to 40 of a-z, 0-9, '_' and '-'. Rename it.");
        }
        return place.text();
    }

    static void checkSource(String name) {
        source(Outline.line("source", name));
    }

    private static @Nullable ZoneId zone(@Nullable Outline place) {
        if (place == null) {
            return null;
        }
        try {
            return ZoneId.of(place.text());
        } catch (DateTimeException e) {
            throw place.refusal("A zone is an IANA name. Write one such as Europe/Berlin.");
        }
    }

    private static boolean known(@Nullable Outline place) {
        if (place != null && !place.text().equals("occurred_at")) {
            throw place.refusal(
                    "recorded_at can only be 'occurred_at', for history taken over from another"
                            + " system. Write that or remove the line.");
        }
        return place != null;
    }

    private static List<Mapping.File> files(@Nullable Outline place) {
        var files = new ArrayList<Mapping.File>();
        if (place != null) {
            place.entries().forEach((name, body) -> files.add(file(name, body)));
        }
        return files;
    }

    private static Mapping.File file(String name, Outline body) {
        var keys = body.entries(FILE_KEYS);
        var joins =
                keys.containsKey("join")
                        ? body.required("join").items().stream().map(MappingFile::join).toList()
                        : List.<Mapping.Join>of();
        var targets = new ArrayList<Mapping.Target>();
        body.required("tables").entries().forEach((table, it) -> targets.add(target(table, it)));
        var ignored =
                keys.containsKey("ignore")
                        ? body.required("ignore").items().stream().map(MappingFile::word).toList()
                        : List.<Word>of();
        return new Mapping.File(
                name, body, joins, targets, ignored, layout(name, keys.get("layout")));
    }

    private static Map<String, String> layout(String name, @Nullable Outline place) {
        var layout = new LinkedHashMap<String, String>();
        var format = Format.of(name);
        if (place != null && format.isPresent()) {
            place.entries()
                    .forEach((key, it) -> {
                        try {
                            Layout.plain(format.get()).with(key, it.text());
                        } catch (Refusal e) {
                            throw it.refusal(e.reason());
                        }
                        layout.put(key, it.text());
                    });
        }
        return layout;
    }

    private static Mapping.Join join(Outline body) {
        body.entries(JOIN_KEYS);
        var on = body.required("on");
        var taken = new LinkedHashMap<String, Word>();
        var take = body.required("take");
        if (take.isList()) {
            take.items().forEach(it -> taken.put(it.text(), word(it)));
        } else {
            take.entries().forEach((here, there) -> taken.put(here, word(there)));
        }
        if (on.isText()) {
            return new Mapping.Join(body.required("file").text(), word(on), word(on), taken, body);
        }
        var pair = on.entries();
        if (pair.size() != 1) {
            throw on.refusal("A join has one key. Write `on: name` or `on: {here: there}`.");
        }
        var here = pair.keySet().iterator().next();
        return new Mapping.Join(
                body.required("file").text(),
                new Word(here, on),
                word(pair.values().iterator().next()),
                taken,
                body);
    }

    private static Mapping.Target target(String table, Outline body) {
        body.entries(TABLE_KEYS);
        var conditions = new ArrayList<Mapping.Condition>();
        body.at("where")
                .ifPresent(where ->
                        where.entries()
                                .forEach((column, values) ->
                                        conditions.add(
                                                new Mapping.Condition(
                                                        new Word(column, values),
                                                        values.isText()
                                                                        && values.text()
                                                                                .equals("present")
                                                                ? List.of()
                                                                : values.texts()))));
        var columns = new LinkedHashMap<String, Rule>();
        body.required("columns").entries().forEach((to, it) -> columns.put(to, rule(it)));
        return new Mapping.Target(new Word(table, body), conditions, columns);
    }

    private static Rule rule(Outline place) {
        if (place.isText()) {
            return new Rule.Column(word(place), Map.of(), null, place);
        }
        var keys = place.entries(RULE_KEYS);
        if (keys.containsKey("constant") == keys.containsKey("column")) {
            throw place.refusal("A value comes from a 'column' or is a 'constant'. Write one.");
        }
        if (keys.containsKey("constant")) {
            return new Rule.Constant(place.required("constant").text(), place);
        }
        var values = new LinkedHashMap<String, String>();
        place.at("values")
                .ifPresent(it -> it.entries().forEach((from, to) -> values.put(from, to.text())));
        var form = place.at("format").map(DateForm::of).orElse(null);
        return new Rule.Column(word(place.required("column")), values, form, place);
    }

    private static List<Mapping.Literal> literals(@Nullable Outline place) {
        var literals = new ArrayList<Mapping.Literal>();
        if (place == null) {
            return literals;
        }
        place.entries()
                .forEach((table, body) -> {
                    body.entries(ROWS_KEYS);
                    var columns =
                            body.required("columns").items().stream()
                                    .map(MappingFile::word)
                                    .toList();
                    var rows = new ArrayList<Sighting.Row>();
                    for (var row : body.required("rows").items()) {
                        if (row.items().size() != columns.size()) {
                            throw row.refusal(
                                    "A row has one value for each of the %d columns. Mend it."
                                            .formatted(columns.size()));
                        }
                        var texts = row.texts();
                        rows.add(new Sighting.Row(row.line(), texts, String.join(",", texts)));
                    }
                    literals.add(new Mapping.Literal(new Word(table, body), columns, rows));
                });
        return literals;
    }

    private static Word word(Outline place) {
        return new Word(place.text(), place);
    }
}
