package dev.keepwell.screen.api;

import dev.keepwell.kernel.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// How the rows of an export are written down.
sealed interface ExportFormat {

    void row(SequencedMap<String, @Nullable Object> columns);

    /// One JSON object a line.
    record Ndjson(Writer out) implements ExportFormat {

        private static final JsonMapper JSON = JsonMapper.shared();

        @Override
        public void row(SequencedMap<String, @Nullable Object> columns) {
            try {
                out.write(JSON.writeValueAsString(columns));
                out.write('\n');
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /// A header and lines. Every text is quoted, what has no value is empty, and no cell is a
    /// formula to the spreadsheet that opens it.
    final class Csv implements ExportFormat {

        private final Writer out;
        private boolean isBegun;

        Csv(Writer out) {
            this.out = out;
        }

        @Override
        public void row(SequencedMap<String, @Nullable Object> columns) {
            if (!isBegun) {
                line(columns.sequencedKeySet().stream().map(SpreadsheetText::quoted));
                isBegun = true;
            }
            line(columns.sequencedValues().stream().map(SpreadsheetText::cell));
        }

        private void line(Stream<String> cells) {
            try {
                out.write(cells.collect(Collectors.joining(",", "", "\r\n")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static SequencedMap<String, @Nullable Object> columns() {
        return new LinkedHashMap<>();
    }
}
