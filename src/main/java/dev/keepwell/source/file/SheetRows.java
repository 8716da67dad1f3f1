package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet of a workbook. A formula counts with the value it had when it was saved.
final class SheetRows implements Rows {

    private final DataFile file;
    private final Workbook workbook;
    private final SheetXml sheet;
    private final List<String> columns;
    private SheetXml.@Nullable Row first;

    SheetRows(DataFile file) {
        this.file = file;
        workbook = new Workbook(file);
        try {
            sheet = new SheetXml(workbook, workbook.sheet(file.layout().sheet()), file.layout());
            columns = header();
        } catch (NumberFormatException e) {
            workbook.close();
            throw malformed();
        } catch (RuntimeException e) {
            workbook.close();
            throw e;
        }
    }

    private RuntimeException malformed() {
        return file.refusal("malformed_xlsx", "The workbook is damaged. Save it again.");
    }

    private List<String> header() {
        int line = file.layout().header();
        var row = sheet.read();
        while (row != null && row.line() < line) {
            row = sheet.read();
        }
        if (row == null) {
            throw file.refusalAt(
                    Math.max(1, line),
                    "missing_header",
                    "A sheet begins with the names of its columns. Add them.");
        }
        if (line == 0) {
            first = row;
            return Header.none(row.cells().size()).names();
        }
        return new Header(row.cells()).names();
    }

    @Override
    public List<String> columns() {
        return columns;
    }

    @Override
    public @Nullable Entry read() {
        try {
            var row = first == null ? sheet.read() : first;
            first = null;
            return row == null ? null : entry(row);
        } catch (NumberFormatException e) {
            throw malformed();
        }
    }

    private Entry entry(SheetXml.Row row) {
        var problem = row.problem();
        if (problem != null) {
            return broken(row, problem.reason(), problem.detail());
        }
        if (row.cells().size() > columns.size()) {
            return broken(
                    row,
                    "unnamed_column",
                    "A value stands behind the last column that has a name.");
        }
        var values = new ArrayList<>(row.cells());
        while (values.size() < columns.size()) {
            values.add("");
        }
        if (values.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            return broken(row, "control_character", "The row holds a character of code 0.");
        }
        return new Entry.Fields(row.line(), values, Kept.line(values));
    }

    private static Entry broken(SheetXml.Row row, String reason, String detail) {
        var original = Kept.text(Kept.line(row.cells()));
        return new Entry.Broken(row.line(), reason, detail, original);
    }

    @Override
    public void close() {
        sheet.close();
        workbook.close();
    }
}
