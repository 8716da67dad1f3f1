package dev.keepwell.source;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.SpreadsheetText;
import java.io.Closeable;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A CSV file with a header: its columns, and its records one after the other.
final class CsvFile implements Closeable {

    /// What one record turned out to be.
    sealed interface Entry {
        record Fields(long line, List<String> values, String original) implements Entry {}

        record Broken(long line, String reason, String detail, String original) implements Entry {}
    }

    static final int COLUMNS_MAX = 1_000;
    static final int FIELD_CHARS_MAX = 64 * 1_024;
    private static final char REPLACEMENT = '\uFFFD';

    private final CsvReader.CsvReaderBuilder csv = CsvReader.builder().allowUnclosedQuote(false);
    private final CsvRecordHandler handler =
            CsvRecordHandler.of(it -> it.maxFields(COLUMNS_MAX).maxFieldSize(FIELD_CHARS_MAX));
    private final CsvText text;
    private final List<String> columns;

    CsvFile(String name, Path file) {
        text = new CsvText(file);
        try {
            columns = header(name, text.read());
        } catch (RuntimeException e) {
            text.close();
            throw e;
        }
    }

    static List<String> columnsOf(String name, Path file) {
        try (var csv = new CsvFile(name, file)) {
            return csv.columns;
        }
    }

    List<String> columns() {
        return columns;
    }

    /// The next record, or null at the end of the file.
    @Nullable Entry read() {
        var piece = text.read();
        return piece == null ? null : entry(piece);
    }

    private Entry entry(CsvText.Piece piece) {
        var original = piece.text();
        if (!piece.whole()) {
            return broken(piece, "malformed_line", "A quote is opened here and never closed.");
        }
        if (original.length() > Lines.LONGEST) {
            return broken(piece, "line_too_long", "A record has at most a million characters.");
        }
        if (original.indexOf(REPLACEMENT) >= 0) {
            return broken(piece, "not_utf8", "The line holds bytes that are not UTF-8.");
        }
        if (original.indexOf('\0') >= 0) {
            return broken(piece, "control_character", "The line holds a character of code 0.");
        }
        return fields(piece);
    }

    private Entry fields(CsvText.Piece piece) {
        CsvRecord fields;
        try {
            fields = csv.ofSingleCsvRecord(handler, piece.text());
        } catch (CsvParseException e) {
            var tooMuch = String.valueOf(e.getMessage()).contains("exceeds the max");
            return tooMuch
                    ? broken(piece, "field_too_long", "A field has at most 65,536 characters.")
                    : broken(piece, "malformed_line", "The quotes on this line do not match.");
        }
        if (fields.getFieldCount() != columns.size()) {
            return broken(
                    piece,
                    "wrong_field_count",
                    "The header names %d columns, but this line has %d."
                            .formatted(columns.size(), fields.getFieldCount()));
        }
        var values = fields.getFields().stream().map(SpreadsheetText::unmarked).toList();
        return new Entry.Fields(piece.line(), values, piece.text());
    }

    private static Entry broken(CsvText.Piece piece, String reason, String detail) {
        var original = piece.text();
        var kept = original.substring(0, Math.min(original.length(), FIELD_CHARS_MAX));
        // PostgreSQL cannot store the character of code 0; the sign for it can stand in.
        return new Entry.Broken(piece.line(), reason, detail, kept.replace('\0', '\u2400'));
    }

    private List<String> header(String name, CsvText.@Nullable Piece piece) {
        if (piece == null) {
            throw Refusal.invalid(
                    "missing_header", name + ":1  A CSV file begins with its header. Add one.");
        }
        List<String> names;
        try {
            names =
                    csv.ofSingleCsvRecord(handler, piece.text()).getFields().stream()
                            .map(String::strip)
                            .toList();
        } catch (CsvParseException e) {
            throw Refusal.invalid(
                    "malformed_header",
                    "%s:1  The header has at most %,d columns with matching quotes. Mend it."
                            .formatted(name, COLUMNS_MAX));
        }
        var seen = new HashSet<String>();
        for (var column : names) {
            if (!seen.add(column)) {
                throw Refusal.invalid(
                        "duplicate_column",
                        "%s:1  The column '%s' stands twice in the header. Rename one."
                                .formatted(name, column));
            }
        }
        return names;
    }

    @Override
    public void close() {
        text.close();
    }
}
