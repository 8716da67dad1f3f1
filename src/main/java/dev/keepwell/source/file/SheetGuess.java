package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses which sheet of a workbook is the table and which of its rows names the columns.
final class SheetGuess {

    private static final int ROWS = 200;

    private final DataFile file;
    private final Map<String, String> said;
    private final Map<String, Sureness> sure = new HashMap<>();
    private final List<String> notes = new ArrayList<>();

    SheetGuess(DataFile file, Map<String, String> said) {
        this.file = file;
        this.said = said;
    }

    Cutting guess() {
        var layout = file.layout();
        try (var workbook = new Workbook(file)) {
            var sheet = workbook.sheet(layout.sheet());
            if (layout.sheet().isEmpty() && workbook.sheets().size() > 1) {
                layout = layout.with("sheet", sheet.name());
            }
            noteSheets(workbook, sheet);
            if (!said.containsKey("header")) {
                layout = layout.headed(header(workbook, sheet, layout));
            }
            noteMerged(workbook, sheet);
        } catch (NumberFormatException e) {
            throw file.refusal("malformed_xlsx", "The workbook is damaged. Save it again.");
        }
        return new Cutting(layout, sure, notes);
    }

    private void noteSheets(Workbook workbook, Workbook.Sheet read) {
        var others =
                workbook.sheets().stream()
                        .filter(it -> !it.equals(read))
                        .map(it -> it.hidden() ? it.name() + " (hidden)" : it.name())
                        .toList();
        if (!others.isEmpty()) {
            notes.add(
                    "The sheet '%s' is read. Not read: %s."
                            .formatted(read.name(), String.join(", ", others)));
        }
        if (read.hidden()) {
            notes.add("The sheet '%s' is hidden.".formatted(read.name()));
        }
    }

    private int header(Workbook workbook, Workbook.Sheet sheet, Layout layout) {
        var rows = new ArrayList<HeaderGuess.Row>();
        try (var xml = new SheetXml(workbook, sheet, layout)) {
            for (var row = xml.read(); row != null && rows.size() < ROWS; row = xml.read()) {
                rows.add(new HeaderGuess.Row(row.line(), row.cells()));
            }
        }
        if (rows.isEmpty()) {
            return 1;
        }
        var guess = HeaderGuess.of(rows);
        if (!guess.named()) {
            sure.put("header", Sureness.ASK);
            notes.add("No row names the columns. They are called column_1, column_2 and so on.");
            return 0;
        }
        int line = (int) rows.get(guess.index()).line();
        if (guess.index() > 0) {
            notes.add("The rows above row %d are a title and were skipped.".formatted(line));
        }
        return guess.index() == 0 ? 1 : line;
    }

    /// Which cells are merged stands behind all rows.
    private void noteMerged(Workbook workbook, Workbook.Sheet sheet) {
        long merged = 0;
        try (var xml = workbook.open(sheet.part())) {
            while (xml.toElement("mergeCell")) {
                merged++;
            }
        }
        if (merged > 0) {
            notes.add(
                    ("%d merged areas hold their value in the first cell; the other cells are"
                                    + " empty.")
                            .formatted(merged));
        }
    }
}
