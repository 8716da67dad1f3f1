package dev.keepwell.screen.export;

import dev.keepwell.customer.CurrentRecords.Column;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.SpreadsheetText;
import dev.keepwell.kernel.Suggestion;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.util.RawValue;

/// In which kind of file the rows of a sheet are written.
enum SheetFormat {
    CSV,
    NDJSON,
    PARQUET;

    /// Hands rows over one at a time: one text for each column, empty where there is no value.
    interface Rows {
        void each(Consumer<List<String>> reader) throws IOException;
    }

    private static final Set<String> NUMBERS = Set.of("integer", "number", "money");
    private static final JsonMapper JSON = JsonMapper.shared();

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static SheetFormat named(String word) {
        var known = Arrays.stream(values()).map(SheetFormat::word).toList();
        if (!known.contains(word)) {
            throw Refusal.invalid(
                    "format",
                    "An export of everything is csv, ndjson or parquet, but got '%s'.%s"
                            .formatted(word, Suggestion.forWord(word, known)));
        }
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    void write(List<Column> columns, Rows rows, ParquetSheet parquet, OutputStream out)
            throws IOException {
        switch (this) {
            case CSV -> lines(out, rows, csvHeader(columns), it -> csv(columns, it));
            case NDJSON -> lines(out, rows, "", it -> json(columns, it));
            case PARQUET -> parquet.write(columns, rows, out);
        }
    }

    private interface Line {
        String of(List<String> row);
    }

    /// The stream stays open: it belongs to the archive around it.
    private static void lines(OutputStream out, Rows rows, String header, Line line)
            throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        text.write(header);
        rows.each(row -> {
            try {
                text.write(line.of(row));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        text.flush();
    }

    private static String csvHeader(List<Column> columns) {
        return line(columns.stream().map(it -> SpreadsheetText.quoted(it.name())));
    }

    private static String csv(List<Column> columns, List<String> row) {
        var cells = Stream.<String>builder();
        for (int i = 0; i < columns.size(); i++) {
            var text = row.get(i);
            var isPlain = text.isEmpty() || NUMBERS.contains(columns.get(i).type());
            cells.add(isPlain ? text : SpreadsheetText.quoted(text));
        }
        return line(cells.build());
    }

    private static String line(Stream<String> cells) {
        return cells.collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String json(List<Column> columns, List<String> row) {
        var values = new LinkedHashMap<String, Object>();
        for (int i = 0; i < columns.size(); i++) {
            if (!row.get(i).isEmpty()) {
                values.put(columns.get(i).name(), value(columns.get(i), row.get(i)));
            }
        }
        return JSON.writeValueAsString(values) + "\n";
    }

    private static Object value(Column column, String text) {
        if (NUMBERS.contains(column.type())) {
            return new RawValue(new BigDecimal(text).toPlainString());
        }
        return column.type().equals("boolean") ? (Object) text.equals("true") : text;
    }
}
