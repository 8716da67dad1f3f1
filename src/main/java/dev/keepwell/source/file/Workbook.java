package dev.keepwell.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/// A workbook of Excel or its relatives: a zip archive of XML parts that point to each other.
final class Workbook implements Closeable {

    /// A sheet as its tab says.
    record Sheet(String name, boolean hidden, String part) {}

    private static final String ROOT = "_rels/.rels";
    private static final String CODE = "malformed_xlsx";

    /// Texts are kept by number and looked up from anywhere, so they are in memory.
    private static final long TEXT_BYTES_MAX = 64L << 20;

    private static final int BYTES_PER_TEXT = 48;

    private final DataFile file;
    private final ZipFile zip;
    private final String part;
    private final List<Sheet> sheets = new ArrayList<>();
    private @Nullable String textPart;
    private @Nullable String stylePart;
    private boolean from1904;

    Workbook(DataFile file) {
        this.file = file;
        try {
            zip = new ZipFile(file.path().toFile());
        } catch (ZipException e) {
            throw file.refusal(
                    CODE,
                    "This is no .xlsx workbook, or one with a password. Save it as .xlsx without.");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        try {
            part = root();
            read();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    List<Sheet> sheets() {
        return sheets;
    }

    /// Whether days are counted from 1904, as in workbooks that began on an old Macintosh.
    boolean countsFrom1904() {
        return from1904;
    }

    /// The sheet that the layout names, or the first that is not hidden.
    Sheet sheet(String name) {
        return sheets.stream()
                .filter(it -> name.isEmpty() ? !it.hidden() : it.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        file.refusal(
                                "unknown_sheet",
                                "The workbook has no sheet '%s' that can be read. It has %s."
                                        .formatted(
                                                name,
                                                String.join(
                                                        ", ",
                                                        sheets.stream()
                                                                .map(Sheet::name)
                                                                .toList()))));
    }

    XmlPart open(String name) {
        return new XmlPart(file, stream(name));
    }

    BoundedPart stream(String name) {
        var entry = zip.getEntry(name);
        if (entry == null) {
            throw file.refusal(
                    CODE,
                    "The part '%s' of the workbook is missing. Save it again.".formatted(name));
        }
        try {
            return new BoundedPart(file, zip.getInputStream(entry));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The texts that cells refer to by number.
    List<String> texts() {
        var texts = new ArrayList<String>();
        if (textPart == null) {
            return texts;
        }
        long bytes = 0;
        try (var xml = open(textPart)) {
            while (xml.toElement("si")) {
                var text = xml.textOf("si");
                bytes += BYTES_PER_TEXT + text.length();
                if (bytes > TEXT_BYTES_MAX) {
                    throw file.refusal(
                            "too_much_text",
                            "The workbook holds more different texts than fit into memory."
                                    + " Save the sheet as CSV.");
                }
                texts.add(text);
            }
        }
        return texts;
    }

    CellFormats formats() {
        if (stylePart == null) {
            return CellFormats.NONE;
        }
        try (var xml = open(stylePart)) {
            return CellFormats.read(xml);
        }
    }

    private String root() {
        var parts = related(ROOT, "");
        return parts.values().stream()
                .filter(it -> it.kind.equals("officeDocument"))
                .map(Related::part)
                .findFirst()
                .orElse("xl/workbook.xml");
    }

    private record Related(String kind, String part) {}

    private Map<String, Related> related(String name, String folder) {
        var related = new HashMap<String, Related>();
        try (var xml = open(name)) {
            while (xml.toElement("Relationship")) {
                var type = xml.attribute("Type");
                var target = xml.attribute("Target");
                var path = target.startsWith("/") ? target.substring(1) : folder + target;
                related.put(
                        xml.attribute("Id"),
                        new Related(type.substring(type.lastIndexOf('/') + 1), path));
            }
        }
        return related;
    }

    private void read() {
        int slash = part.lastIndexOf('/') + 1;
        var folder = part.substring(0, slash);
        var parts = related(folder + "_rels/" + part.substring(slash) + ".rels", folder);
        for (var it : parts.values()) {
            if (it.kind.equals("sharedStrings")) {
                textPart = it.part;
            } else if (it.kind.equals("styles")) {
                stylePart = it.part;
            }
        }
        try (var xml = open(part)) {
            while (xml.toElement("workbookPr", "sheet")) {
                if (xml.isAt("workbookPr")) {
                    from1904 = List.of("1", "true").contains(xml.attribute("date1904"));
                } else {
                    addSheet(xml, parts);
                }
            }
        }
    }

    private void addSheet(XmlPart xml, Map<String, Related> parts) {
        var target = parts.get(xml.attribute("id"));
        if (target != null && target.kind.equals("worksheet")) {
            sheets.add(
                    new Sheet(
                            xml.attribute("name"),
                            xml.attribute("state")
                                    .toLowerCase(java.util.Locale.ROOT)
                                    .endsWith("hidden"),
                            target.part));
        }
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
