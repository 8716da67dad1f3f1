package dev.keepwell.source.wizard;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Outline;
import dev.keepwell.source.wizard.FileKind.Fed;
import dev.keepwell.source.wizard.FileKind.Field;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/// The kinds of files that the program knows.
public final class FileKinds {

    private static final String PATTERN = "classpath:catalog/kinds/*.yaml";
    private static final Pattern WRITTEN = Pattern.compile("(?ms)^rows:.*");
    private static final List<String> KEYS =
            List.of("title", "row", "order", "fields", "tables", "rows");
    private static final List<String> FIELD_KEYS =
            List.of("title", "help", "shape", "required", "or", "names");
    private static final List<String> TABLE_KEYS = List.of("when", "columns");

    private final List<FileKind> kinds;

    private FileKinds(List<FileKind> kinds) {
        this.kinds = kinds;
    }

    public static FileKinds packaged() {
        var kinds = new ArrayList<FileKind>();
        try {
            for (var file : new PathMatchingResourcePatternResolver().getResources(PATTERN)) {
                var name = Objects.requireNonNull(file.getFilename()).replace(".yaml", "");
                kinds.add(read(name, file.getContentAsString(StandardCharsets.UTF_8)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        kinds.sort(Comparator.comparingInt(FileKind::order));
        return new FileKinds(List.copyOf(kinds));
    }

    public List<FileKind> all() {
        return kinds;
    }

    public FileKind named(String name) {
        return kinds.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_kind",
                                "There is no kind of file '%s'.%s"
                                        .formatted(
                                                name,
                                                Suggestion.forWord(
                                                        name,
                                                        kinds.stream()
                                                                .map(FileKind::name)
                                                                .toList()))));
    }

    /// The kind that knows most of the columns, each by its name.
    public Optional<FileKind> likeliest(List<Seen> columns) {
        return kinds.stream()
                .max(
                        Comparator.comparingInt((FileKind it) -> Matching.known(it, columns))
                                .thenComparing(FileKind::order, Comparator.reverseOrder()))
                .filter(it -> Matching.known(it, columns) > 0);
    }

    static FileKind read(String name, String text) {
        var file = Outline.of("catalog/kinds/" + name + ".yaml", text);
        file.entries(KEYS);
        var fields = new ArrayList<Field>();
        file.required("fields").entries().forEach((it, body) -> fields.add(field(it, body)));
        var tables = new ArrayList<Fed>();
        file.required("tables").entries().forEach((it, body) -> tables.add(fed(it, body)));
        var written = WRITTEN.matcher(text);
        return new FileKind(
                name,
                file.required("title").text(),
                file.required("row").text(),
                Integer.parseInt(file.required("order").text()),
                List.copyOf(fields),
                List.copyOf(tables),
                written.find() ? written.group() : "");
    }

    private static Field field(String name, Outline body) {
        body.entries(FIELD_KEYS);
        return new Field(
                name,
                body.required("title").text(),
                body.textAt("help").orElse(""),
                Shape.named(body.required("shape").text()),
                body.at("required").map(Outline::flag).orElse(false),
                body.textAt("or").orElse(""),
                body.required("names").texts());
    }

    private static Fed fed(String table, Outline body) {
        body.entries(TABLE_KEYS);
        var columns = new LinkedHashMap<String, List<String>>();
        body.required("columns").entries().forEach((to, from) -> columns.put(to, from.texts()));
        return new Fed(table, body.textAt("when").orElse(""), columns);
    }
}
