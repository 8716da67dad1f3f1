package dev.keepwell.screen.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.regex.Pattern;
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

        private static final String FORMULA_BEGINS_WITH = "=+-@\t\r|%＝＋－＠｜％";

        /// A sign before digits is no formula, and people add these cells up.
        private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

        private static final Pattern LINE = Pattern.compile("\n");

        private final Writer out;
        private boolean isBegun;

        Csv(Writer out) {
            this.out = out;
        }

        @Override
        public void row(SequencedMap<String, @Nullable Object> columns) {
            if (!isBegun) {
                line(columns.sequencedKeySet().stream().map(Csv::text));
                isBegun = true;
            }
            line(columns.sequencedValues().stream().map(Csv::cell));
        }

        private void line(Stream<String> cells) {
            try {
                out.write(cells.collect(Collectors.joining(",", "", "\r\n")));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static String cell(@Nullable Object value) {
            return switch (value) {
                case null -> "";
                case Number number -> number.toString();
                default -> text(value.toString());
            };
        }

        private static String text(String text) {
            var harmless = isFormula(text) ? "'" + text : text;
            return '"' + harmless.replace("\"", "\"\"") + '"';
        }

        /// On any of its lines: some programs read a line break as the next cell.
        private static boolean isFormula(String text) {
            return !NUMBER.matcher(text).matches()
                    && LINE.splitAsStream(text).anyMatch(Csv::beginsFormula);
        }

        private static boolean beginsFormula(String line) {
            return line.codePoints()
                    .dropWhile(Csv::isBlank)
                    .limit(1)
                    .anyMatch(it -> FORMULA_BEGINS_WITH.indexOf(it) >= 0);
        }

        /// A tab and a carriage return are blank as well, and begin formulas all the same.
        private static boolean isBlank(int sign) {
            return FORMULA_BEGINS_WITH.indexOf(sign) < 0
                    && (Character.isWhitespace(sign) || Character.isSpaceChar(sign));
        }
    }

    static SequencedMap<String, @Nullable Object> columns() {
        return new LinkedHashMap<>();
    }
}
