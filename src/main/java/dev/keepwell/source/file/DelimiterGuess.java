package dev.keepwell.source.file;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;

/// What stands between the values of a text, by cutting its beginning with each delimiter: the one
/// that makes the most even table is it.
record DelimiterGuess(
        char delimiter, List<HeaderGuess.Row> rows, HeaderGuess header, double points) {

    private static final double COLON_DISCOUNT = 0.9;
    private static final double TITLE_DISCOUNT = 0.8;
    private static final double QUOTE_DISCOUNT = 0.5;
    private static final double VALUE_DISCOUNT = 0.8;

    static DelimiterGuess of(String head, List<Character> candidates) {
        return candidates.stream()
                .map(it -> with(head, it))
                // The first of equals: a single column has no delimiter, and then it is a comma.
                .reduce((a, b) -> b.points > a.points ? b : a)
                .orElseThrow();
    }

    private static DelimiterGuess with(String head, char delimiter) {
        var rows = rows(head, delimiter);
        var header = HeaderGuess.of(rows);
        return new DelimiterGuess(delimiter, rows, header, points(delimiter, rows, header));
    }

    private static double points(char delimiter, List<HeaderGuess.Row> rows, HeaderGuess header) {
        if (rows.isEmpty() || header.width() < 2) {
            return 0;
        }
        double points = header.share() * (1 - 1.0 / (header.width() + 1));
        points *= delimiter == ':' || delimiter == '|' ? COLON_DISCOUNT : 1;
        points *= header.index() > 0 ? TITLE_DISCOUNT : 1;
        long torn = rows.stream().filter(DelimiterGuess::isTorn).count();
        points *= torn > rows.size() / 2 ? QUOTE_DISCOUNT : 1;
        var names = rows.get(header.index()).cells();
        return names.stream().anyMatch(HeaderGuess::isValue) ? points * VALUE_DISCOUNT : points;
    }

    /// A cell with one quote of a pair was cut in its middle.
    private static boolean isTorn(HeaderGuess.Row row) {
        return row.cells().stream()
                .anyMatch(cell -> cell.chars().filter(it -> it == '"').count() % 2 > 0);
    }

    private static List<HeaderGuess.Row> rows(String head, char delimiter) {
        var rows = new ArrayList<HeaderGuess.Row>();
        var csv = CsvReader.builder().fieldSeparator(delimiter).allowUnclosedQuote(false);
        var handler = CsvRecordHandler.of();
        try (var text = new CsvText(new Lines(new StringReader(head)), delimiter)) {
            for (var piece = text.read(); piece != null; piece = text.read()) {
                if (!CsvRows.isSeparatorLine(piece.text()) && piece.whole()) {
                    rows.add(new HeaderGuess.Row(piece.line(), cells(csv, handler, piece.text())));
                }
            }
        }
        return rows;
    }

    private static List<String> cells(
            CsvReader.CsvReaderBuilder csv, CsvRecordHandler handler, String text) {
        try {
            return csv.ofSingleCsvRecord(handler, text).getFields();
        } catch (CsvParseException e) {
            return List.of(text);
        }
    }
}
