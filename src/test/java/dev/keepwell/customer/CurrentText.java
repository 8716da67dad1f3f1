package dev.keepwell.customer;

import dev.keepwell.customer.CurrentRecords.Sheet;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// What a workspace exports as it stands, as CSV files by their names.
final class CurrentText {

    private CurrentText() {}

    static SequencedMap<String, String> of(Desk desk) {
        var files = new TreeMap<String, String>();
        for (var sheet : desk.current.sheets(desk.workspace)) {
            files.put(sheet.source() + "/" + sheet.table() + ".csv", text(desk, sheet));
        }
        return files;
    }

    private static String text(Desk desk, Sheet sheet) {
        var text = new StringBuilder();
        var columns = desk.current.columns(sheet.table());
        line(text, columns.stream().map(CurrentRecords.Column::name).toList());
        desk.current.each(desk.workspace, sheet, it -> line(text, it));
        return text.toString();
    }

    private static void line(StringBuilder text, List<String> cells) {
        text.append(
                cells.stream()
                        .map(it -> it.isEmpty() ? "" : '"' + it.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining(",", "", "\n")));
    }
}
