package dev.keepwell.screen.api;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.Objects;
import java.util.SequencedMap;
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

    /// A header and lines, quoted where needed. What has no value is empty.
    final class Csv implements ExportFormat {

        private final CsvWriter csv;
        private boolean isBegun;

        Csv(Writer out) {
            // The writer behind it has a buffer, and this one would keep the last rows.
            this.csv = CsvWriter.builder().bufferSize(0).build(out);
        }

        @Override
        public void row(SequencedMap<String, @Nullable Object> columns) {
            if (!isBegun) {
                csv.writeRecord(columns.sequencedKeySet());
                isBegun = true;
            }
            csv.writeRecord(
                    columns.sequencedValues().stream()
                            .map(it -> Objects.toString(it, ""))
                            .toList());
        }
    }

    static SequencedMap<String, @Nullable Object> columns() {
        return new LinkedHashMap<>();
    }
}
