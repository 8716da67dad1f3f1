package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Mapping.Ignored;
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

    static final List<String> KEYS =
            List.of(
                    "about",
                    "parameters",
                    "source",
                    "recorded_at",
                    "zone",
                    "blank",
                    "lenient",
                    "files",
                    "ignore_files",
                    "rows");
    private static final List<String> FILE_KEYS =
            List.of("layout", "join", "tables", "ignore", "without");
    private static final List<String> REASON_KEYS = List.of("columns", "files", "because");
    private static final List<String> ROWS_KEYS = List.of("columns", "rows");
    private static final Pattern SOURCE = Pattern.compile("[a-z0-9][a-z0-9_-]{0,39}");

    private MappingFile() {}

    static Mapping read(String name, String text) {
        var top = Outline.of(name, Parameters.settled(name, text));
        var keys = top.entries(KEYS);
        return new Mapping(
                source(top.required("source")),
                new Feed.Reading(
                        zone(keys.get("zone")),
                        known(keys.get("recorded_at")),
                        keeps(keys.get("blank"))),
                top.at("lenient").map(Outline::flag).orElse(false),
                files(keys.get("files")),
                ignored(keys.get("ignore_files")),
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

    private static boolean keeps(@Nullable Outline place) {
        if (place == null) {
            return false;
        }
        return switch (place.text()) {
            case "keep" -> true;
            case "clear" -> false;
            default ->
                    throw place.refusal(
                            "A blank can 'keep' what stands or 'clear' it. Write one of them.");
        };
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
        var targets = new ArrayList<Mapping.Target>();
        body.at("tables")
                .ifPresent(tables ->
                        tables.entries()
                                .forEach((table, it) ->
                                        targets.add(TargetOutline.target(table, it))));
        return new Mapping.File(
                name,
                body,
                JoinOutline.joins(keys.get("join")),
                targets,
                ignored(keys.get("ignore")),
                layout(name, keys.get("layout")),
                body.textAt("without").orElse(""));
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

    /// A list of names, a map of names to reasons, or a list in which some share a reason.
    private static List<Ignored> ignored(@Nullable Outline place) {
        var ignored = new ArrayList<Ignored>();
        if (place == null) {
            return ignored;
        }
        if (!place.isList()) {
            place.entries()
                    .forEach((name, reason) ->
                            ignored.add(new Ignored(new Word(name, reason), reason.text())));
            return ignored;
        }
        for (var item : place.items()) {
            if (item.isText()) {
                ignored.add(new Ignored(word(item), ""));
            } else {
                var keys = item.entries(REASON_KEYS);
                var named = keys.containsKey("files") ? "files" : "columns";
                var reason = item.required("because").text();
                item.required(named)
                        .items()
                        .forEach(it -> ignored.add(new Ignored(word(it), reason)));
            }
        }
        return ignored;
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

    static Word word(Outline place) {
        return new Word(place.text(), place);
    }
}
