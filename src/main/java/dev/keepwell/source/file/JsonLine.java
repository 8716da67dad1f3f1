package dev.keepwell.source.file;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/// One JSON object as a flat row: what is inside an inner object is called `outer.inner`, a list
/// stays the JSON text that it was, and no number passes through a binary fraction.
final class JsonLine {

    /// A value as text. A number of the file's own is no text that somebody typed.
    record Value(String text, boolean isNumber) {

        static final Value NONE = new Value("", false);

        String under(Layout layout) {
            return isNumber ? Plain.number(text, layout.decimal()) : text;
        }
    }

    /// The line breaks a rule of ours rather than one of JSON.
    static final class Unfit extends RuntimeException {

        private final String reason;

        Unfit(String reason, String detail) {
            super(detail, null, false, false);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }

        String detail() {
            return String.valueOf(getMessage());
        }
    }

    private static final JsonFactory JSON =
            JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

    private final String line;
    private final JsonParser parser;
    private final Map<String, Value> row = new LinkedHashMap<>();

    private JsonLine(String line, JsonParser parser) {
        this.line = line;
        this.parser = parser;
    }

    static Map<String, Value> read(String line) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), line)) {
            var reading = new JsonLine(line, parser);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new Unfit("not_an_object", "A line holds one JSON object.");
            }
            reading.object("");
            if (parser.nextToken() != null) {
                throw new Unfit("not_an_object", "More stands behind the object of this line.");
            }
            return reading.row;
        }
    }

    private void object(String prefix) {
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            var name = prefix + parser.currentName();
            if (parser.nextToken() == JsonToken.START_OBJECT) {
                object(name + ".");
            } else if (row.put(name, value()) != null) {
                throw new Unfit("duplicate_key", "The key '%s' stands twice.".formatted(name));
            }
        }
    }

    private Value value() {
        var token = parser.currentToken();
        if (token == JsonToken.START_ARRAY) {
            return new Value(list(), false);
        }
        if (token == JsonToken.VALUE_NULL) {
            return Value.NONE;
        }
        var text = parser.getString();
        return token.isNumeric() ? new Value(Plain.decimal(text), true) : new Value(text, false);
    }

    private String list() {
        int from = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        int to = (int) parser.currentTokenLocation().getCharOffset();
        return line.substring(from, to + 1);
    }
}
