package dev.keepwell.source.file;

import java.io.Closeable;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The rows of one sheet that have a value in them, each as the texts that its cells show.
final class SheetXml implements Closeable {

    /// A row; `problem` is the rule that one of its cells breaks.
    record Row(long line, List<String> cells, @Nullable Problem problem) {

        boolean isEmpty() {
            return problem == null && cells.stream().allMatch(String::isBlank);
        }
    }

    record Problem(String reason, String detail) {}

    private static final int LETTERS = 26;

    private final Workbook workbook;
    private final Layout layout;
    private final List<String> texts;
    private final CellFormats formats;
    private final XmlPart xml;
    private long line;
    private @Nullable Problem problem;

    SheetXml(Workbook workbook, Workbook.Sheet sheet, Layout layout) {
        this.workbook = workbook;
        this.layout = layout;
        texts = workbook.texts();
        formats = workbook.formats();
        xml = workbook.open(sheet.part());
    }

    /// The next row that is not empty, or null at the end.
    @Nullable Row read() {
        while (xml.toElement("row", "mergeCells")) {
            if (xml.isAt("mergeCells")) {
                return null;
            }
            var row = row();
            if (!row.isEmpty()) {
                return row;
            }
        }
        return null;
    }

    private Row row() {
        var number = xml.attribute("r");
        line = number.isEmpty() ? line + 1 : Long.parseLong(number);
        problem = null;
        var cells = new ArrayList<String>();
        int column = 0;
        while (xml.toElementWithin("row", "c")) {
            var place = xml.attribute("r");
            column = place.isEmpty() ? column : column(place);
            var value = value();
            if (!value.isEmpty()) {
                put(cells, column, value);
            }
            column++;
        }
        return new Row(line, cells, problem);
    }

    private void put(List<String> cells, int column, String value) {
        if (column >= Rows.COLUMNS_MAX) {
            problem = new Problem("too_many_columns", "A row has at most 1,000 columns.");
            return;
        }
        if (value.length() > Rows.FIELD_CHARS_MAX) {
            problem = new Problem("field_too_long", "A field has at most 65,536 characters.");
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, value);
    }

    /// `AB12` stands in the column 27, counting from 0.
    private static int column(String place) {
        int column = 0;
        for (int i = 0; i < place.length() && column < Rows.COLUMNS_MAX; i++) {
            int letter = Character.toUpperCase(place.charAt(i)) - 'A';
            if (letter < 0 || letter >= LETTERS) {
                break;
            }
            column = column * LETTERS + letter + 1;
        }
        return Math.max(0, column - 1);
    }

    private String value() {
        var type = xml.attribute("t");
        var style = xml.attribute("s");
        if (type.equals("inlineStr")) {
            return xml.textOf("c");
        }
        boolean calculated = false;
        var raw = "";
        while (xml.toElementWithin("c", "f", "v")) {
            if (xml.isAt("f")) {
                calculated = true;
                xml.text("f");
            } else {
                raw = xml.text("v");
            }
        }
        if (raw.isEmpty()) {
            if (calculated && !type.equals("str")) {
                problem =
                        new Problem(
                                "formula_without_value",
                                "A formula has no calculated value. Open the file and save it.");
            }
            return "";
        }
        return text(type, raw, style);
    }

    private String text(String type, String raw, String style) {
        return switch (type) {
            case "s" -> shared(raw);
            case "b" -> raw.equals("1") ? "true" : "false";
            case "str", "e", "d" -> raw;
            default ->
                    formats.text(
                            raw,
                            style.isEmpty() ? 0 : Integer.parseInt(style),
                            layout,
                            workbook.countsFrom1904());
        };
    }

    private String shared(String number) {
        int index = Integer.parseInt(number);
        return index >= 0 && index < texts.size() ? texts.get(index) : "";
    }

    @Override
    public void close() {
        xml.close();
    }
}
