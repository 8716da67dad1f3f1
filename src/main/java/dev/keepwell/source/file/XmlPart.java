package dev.keepwell.source.file;

import dev.keepwell.kernel.Refusal;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/// One XML part of a workbook, read from front to back. It may define nothing and fetch nothing.
final class XmlPart implements Closeable {

    private static final XMLInputFactory XML = factory();

    /// How a workbook writes a character that XML cannot hold.
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-Fa-f]{4})_");

    private static final int HEX = 16;

    private final DataFile file;
    private final InputStream in;
    private final XMLStreamReader xml;

    XmlPart(DataFile file, InputStream in) {
        this.file = file;
        this.in = in;
        try {
            xml = XML.createXMLStreamReader(in);
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private static XMLInputFactory factory() {
        var factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        // Each `&amp;` counts as an entity there. None can be defined, so none can grow.
        factory.setProperty("jdk.xml.totalEntitySizeLimit", "0");
        factory.setProperty("jdk.xml.maxGeneralEntitySizeLimit", "0");
        return factory;
    }

    /// Goes on to the next element that has one of these names; false at the end.
    boolean toElement(String... names) {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (isStart()) {
                for (var name : names) {
                    if (isAt(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /// Goes on to the next element that has one of these names inside the one named last.
    boolean toElementWithin(String outer, String... names) {
        while (next() != XMLStreamConstants.END_DOCUMENT) {
            if (xml.getEventType() == XMLStreamConstants.END_ELEMENT && isAt(outer)) {
                return false;
            }
            if (isStart()) {
                for (var name : names) {
                    if (isAt(name)) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    boolean isAt(String name) {
        return xml.getLocalName().equals(name);
    }

    /// Empty where the element does not have it.
    String attribute(String name) {
        for (int i = 0; i < xml.getAttributeCount(); i++) {
            if (xml.getAttributeLocalName(i).equals(name)) {
                return xml.getAttributeValue(i);
            }
        }
        return "";
    }

    /// The text of the cell or string that was entered, without the readings that Japanese has
    /// beside it. Reads to its end.
    String textOf(String element) {
        var text = new StringBuilder();
        boolean inText = false;
        boolean inReading = false;
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return text.toString();
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                inText = isAt("t") || isAt("v");
                inReading |= isAt("rPh");
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                if (isAt(element)) {
                    return unescaped(text.toString());
                }
                inText = false;
                inReading &= !isAt("rPh");
            } else if (inText && !inReading && xml.hasText()) {
                append(text);
            }
        }
    }

    /// The text of an element that holds nothing else.
    String text(String element) {
        var text = new StringBuilder();
        while (true) {
            int event = next();
            if (event == XMLStreamConstants.END_DOCUMENT
                    || (event == XMLStreamConstants.END_ELEMENT && isAt(element))) {
                return text.toString();
            }
            if (xml.hasText()) {
                append(text);
            }
        }
    }

    /// One character more than a field may have shows that it has too many.
    private void append(StringBuilder text) {
        int room = Rows.FIELD_CHARS_MAX + 1 - text.length();
        int length = Math.min(room, xml.getTextLength());
        text.append(xml.getTextCharacters(), xml.getTextStart(), length);
    }

    private static String unescaped(String text) {
        return text.contains("_x")
                ? ESCAPED.matcher(text)
                        .replaceAll(it ->
                                java.util.regex.Matcher.quoteReplacement(
                                        String.valueOf((char) Integer.parseInt(it.group(1), HEX))))
                : text;
    }

    private boolean isStart() {
        return xml.getEventType() == XMLStreamConstants.START_ELEMENT;
    }

    private int next() {
        try {
            return xml.hasNext() ? xml.next() : XMLStreamConstants.END_DOCUMENT;
        } catch (XMLStreamException e) {
            throw malformed(e);
        }
    }

    private RuntimeException malformed(XMLStreamException e) {
        return e.getNestedException() instanceof Refusal refusal
                ? refusal
                : file.refusal("malformed_xlsx", "The workbook is damaged. Save it again.");
    }

    @Override
    public void close() {
        try {
            xml.close();
            in.close();
        } catch (XMLStreamException e) {
            throw malformed(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
