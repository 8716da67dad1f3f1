package dev.keepwell.source.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Workbooks made of the XML that Excel writes, so that a test can hold what it needs and no more.
public final class Workbooks {

    private static final String TYPE =
            "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

    private final Map<String, String> parts = new LinkedHashMap<>();
    private final StringBuilder sheets = new StringBuilder();
    private final StringBuilder links = new StringBuilder();
    private String settings = "";
    private int count;

    public Workbooks() {
        parts.put(
                "_rels/.rels",
                "<Relationships><Relationship Id='r1' Type='%sofficeDocument'".formatted(TYPE)
                        + " Target='xl/workbook.xml'/></Relationships>");
    }

    /// A sheet with this inside its `worksheet` element.
    Workbooks sheet(String name, String state, String xml) {
        count++;
        sheets.append(
                "<sheet name='%s' sheetId='%d' state='%s' r:id='s%d'/>"
                        .formatted(name, count, state, count));
        link("s" + count, "worksheet", "worksheets/sheet%d.xml".formatted(count));
        parts.put(
                "xl/worksheets/sheet%d.xml".formatted(count), "<worksheet>" + xml + "</worksheet>");
        return this;
    }

    /// A single sheet of rows.
    public Workbooks rows(String xml) {
        return sheet("Sheet1", "visible", "<sheetData>" + xml + "</sheetData>");
    }

    Workbooks texts(String items) {
        link("texts", "sharedStrings", "sharedStrings.xml");
        parts.put("xl/sharedStrings.xml", "<sst>" + items + "</sst>");
        return this;
    }

    /// The formats of cells: style 0 is general, the others are these codes in turn.
    public Workbooks formats(String... codes) {
        var formats = new StringBuilder();
        var styles = new StringBuilder("<xf numFmtId='0'/>");
        for (int i = 0; i < codes.length; i++) {
            formats.append("<numFmt numFmtId='%d' formatCode='%s'/>".formatted(164 + i, codes[i]));
            styles.append("<xf numFmtId='%d'/>".formatted(164 + i));
        }
        link("styles", "styles", "styles.xml");
        parts.put(
                "xl/styles.xml",
                "<styleSheet><numFmts>%s</numFmts><cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"
                                .formatted(formats)
                        + "<cellXfs>%s</cellXfs></styleSheet>".formatted(styles));
        return this;
    }

    Workbooks countingFrom1904() {
        settings = "<workbookPr date1904='1'/>";
        return this;
    }

    private void link(String id, String kind, String target) {
        links.append(
                "<Relationship Id='%s' Type='%s%s' Target='%s'/>"
                        .formatted(id, TYPE, kind, target));
    }

    public Path write(Path file) throws IOException {
        parts.put(
                "xl/workbook.xml",
                "<workbook xmlns:r='%s'>%s<sheets>%s</sheets></workbook>"
                        .formatted(TYPE, settings, sheets));
        parts.put("xl/_rels/workbook.xml.rels", "<Relationships>" + links + "</Relationships>");
        try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (var part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}
