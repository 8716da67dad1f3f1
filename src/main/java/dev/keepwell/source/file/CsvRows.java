package dev.keepwell.source.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import dev.keepwell.kernel.SpreadsheetText;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The records of a text file whose values stand between delimiters.
final class CsvRows implements Rows {

    private static final char REPLACEMENT = '\uFFFD';
    private static final int SEPARATOR_LINE_LENGTH = "sep=;".length();

    private final CsvReader.CsvReaderBuilder csv;
    private final CsvRecordHandler handler =
            CsvRecordHandler.of(it -> it.maxFields(COLUMNS_MAX).maxFieldSize(FIELD_CHARS_MAX));
    private final DataFile file;
    private final CsvText text;
    private final Header header;
    private final List<String> columns;

    /// How many fields a record has when it ends with a delimiter, as the header does.
    private final int fieldsMax;

    private CsvText.@Nullable Piece first;

    CsvRows(DataFile file) {
        this.file = file;
        var layout = file.layout();
        csv = CsvReader.builder().fieldSeparator(layout.delimiter()).allowUnclosedQuote(false);
        text = new CsvText(Lines.of(file.path(), layout.encoding()), layout.delimiter());
        try {
            header = header();
        } catch (RuntimeException e) {
            text.close();
            throw e;
        }
        fieldsMax = header.names().size() + header.unnamedAtEnd();
        columns = header.names();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    /// What was changed about the names of the columns.
    List<String> notes() {
        return header.notes();
    }

    @Override
    public @Nullable Entry read() {
        var piece = first == null ? text.read() : first;
        first = null;
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
            var encoding = file.layout().encoding();
            return encoding.equals(StandardCharsets.UTF_8)
                    ? broken(
                            piece,
                            "not_utf8",
                            "The line holds bytes that are not UTF-8, or the sign U+FFFD for some.")
                    : broken(
                            piece,
                            "not_in_encoding",
                            "The line holds bytes that are not %s.".formatted(encoding));
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
        int count = fields.getFieldCount();
        // What an export marks for spreadsheets comes back as it was.
        var values = fields.getFields().stream().map(SpreadsheetText::unmarked).toList();
        if (count > columns.size() && count <= fieldsMax) {
            return behindTheNames(piece, values);
        }
        if (count != columns.size()) {
            return broken(
                    piece,
                    "wrong_field_count",
                    "The header names %d columns, but this line has %d."
                            .formatted(columns.size(), count));
        }
        return new Entry.Fields(piece.line(), values, piece.text());
    }

    /// A delimiter at the end of each line, the header's too, begins no column.
    private Entry behindTheNames(CsvText.Piece piece, List<String> values) {
        var behind = values.subList(columns.size(), values.size());
        if (!behind.stream().allMatch(String::isBlank)) {
            return broken(
                    piece,
                    "unnamed_column",
                    "A value stands behind the last column that has a name.");
        }
        return new Entry.Fields(piece.line(), values.subList(0, columns.size()), piece.text());
    }

    private static Entry broken(CsvText.Piece piece, String reason, String detail) {
        return new Entry.Broken(piece.line(), reason, detail, Kept.text(piece.text()));
    }

    private Header header() {
        int line = file.layout().header();
        text.skip(line - 1);
        var piece = text.read();
        if (piece != null && line <= 1 && isSeparatorLine(piece.text())) {
            piece = text.read();
        }
        if (piece == null) {
            throw file.refusalAt(
                    Math.max(1, line),
                    "missing_header",
                    "A CSV file begins with its header. Add one.");
        }
        var names = names(piece);
        if (line == 0) {
            first = piece;
            return Header.none(names.size());
        }
        return new Header(names);
    }

    static boolean isSeparatorLine(String line) {
        return line.length() == SEPARATOR_LINE_LENGTH && line.startsWith("sep=");
    }

    private List<String> names(CsvText.Piece piece) {
        try {
            return csv.ofSingleCsvRecord(handler, piece.text()).getFields();
        } catch (CsvParseException e) {
            throw file.refusalAt(
                    piece.line(),
                    "malformed_header",
                    "The header has at most %,d columns with matching quotes. Mend it."
                            .formatted(COLUMNS_MAX));
        }
    }

    @Override
    public void close() {
        text.close();
    }
}
