package dev.keepwell.source.event;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// One pass over one event before it is acknowledged: whether it is well-formed, within the limits,
/// and by which id it is known. What it means is nobody's business yet.
final class Glance {

    /// The limits that say so in our words are held here, so the parser's own must be wider.
    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(Limits.EVENT_BYTES)
                                    .maxNumberLength(Limits.EVENT_BYTES)
                                    .build())
                    .build();

    private static final Set<String> IDS = Set.of("messageId", "uuid");

    private final Slice event;
    private final Deque<Set<String>> names = new ArrayDeque<>();
    private int keys;
    private @Nullable String messageId;

    private Glance(Slice event) {
        this.event = event;
    }

    /// The message id, or nothing when the event has none. Throws the rule that the event breaks.
    static @Nullable String at(Slice event) {
        if (event.first() != '{') {
            throw new Unfit(Reason.NOT_AN_OBJECT, "");
        }
        if (event.length() > Limits.EVENT_BYTES) {
            throw new Unfit(
                    Reason.EVENT_TOO_LARGE,
                    "",
                    "An event has at most %d bytes, and this one has %d."
                            .formatted(Limits.EVENT_BYTES, event.length()));
        }
        var glance = new Glance(event);
        if (!glance.isText()) {
            throw new Unfit(Reason.BAD_TEXT, "");
        }
        glance.read();
        return glance.messageId;
    }

    private void read() {
        try (var parser =
                JSON.createParser(
                        tools.jackson.core.ObjectReadContext.empty(),
                        event.body().all(),
                        event.start(),
                        event.length())) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                look(parser, token);
            }
        } catch (JacksonException e) {
            throw new Unfit(Reason.MALFORMED_EVENT, "", detail(e));
        }
    }

    private void look(JsonParser parser, JsonToken token) {
        switch (token) {
            case START_OBJECT -> deeper(parser);
            case START_ARRAY -> deeper(parser);
            case END_OBJECT, END_ARRAY -> names.pop();
            case PROPERTY_NAME -> name(parser);
            case VALUE_STRING -> string(parser);
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser);
            case VALUE_NULL, VALUE_TRUE, VALUE_FALSE -> other(parser, token);
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
        }
    }

    private void deeper(JsonParser parser) {
        checkId(parser, false);
        names.push(new HashSet<>());
        if (names.size() > Limits.DEPTH) {
            throw unfit(Reason.TOO_DEEP, parser);
        }
    }

    private void name(JsonParser parser) {
        var name = parser.currentName();
        if (++keys > Limits.KEYS) {
            throw unfit(Reason.TOO_MANY_KEYS, parser);
        }
        if (name.length() > Limits.KEY_CHARS) {
            throw unfit(Reason.KEY_TOO_LONG, parser);
        }
        if (Text.isBad(name)) {
            throw unfit(Reason.BAD_TEXT, parser);
        }
        if (!names.element().add(name)) {
            throw unfit(Reason.DUPLICATE_KEY, parser);
        }
    }

    private void string(JsonParser parser) {
        var value = parser.getString();
        if (value.length() > Limits.STRING_CHARS) {
            throw unfit(Reason.STRING_TOO_LONG, parser);
        }
        if (Text.isBad(value)) {
            throw unfit(Reason.BAD_TEXT, parser);
        }
        checkId(parser, !value.isBlank() && value.length() <= Limits.MESSAGE_ID_CHARS);
        if (isId(parser)) {
            messageId = value;
        }
    }

    private void number(JsonParser parser) {
        if (parser.getStringLength() > Limits.NUMBER_CHARS) {
            throw unfit(Reason.NUMBER_TOO_LONG, parser);
        }
        checkId(parser, false);
    }

    private void other(JsonParser parser, JsonToken token) {
        checkId(parser, token == JsonToken.VALUE_NULL);
    }

    private void checkId(JsonParser parser, boolean isGood) {
        if (!isGood && isId(parser)) {
            throw unfit(Reason.BAD_MESSAGE_ID, parser);
        }
    }

    private boolean isId(JsonParser parser) {
        return names.size() == 1
                && parser.currentName() != null
                && IDS.contains(parser.currentName());
    }

    private static Unfit unfit(Reason reason, JsonParser parser) {
        return new Unfit(reason, parser.streamReadContext().pathAsPointer().toString());
    }

    private static String detail(JacksonException e) {
        return Reason.MALFORMED_EVENT.rule() + " " + e.getOriginalMessage();
    }

    /// The parser reads some byte sequences that are no UTF-8, and what it makes of them is not
    /// what was sent.
    private boolean isText() {
        if (isAscii()) {
            return true;
        }
        try {
            StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(event.body().all(), event.start(), event.length()));
            return true;
        } catch (CharacterCodingException e) {
            return false;
        }
    }

    private boolean isAscii() {
        for (int i = event.start(); i < event.end(); i++) {
            if (event.body().all()[i] < 0) {
                return false;
            }
        }
        return true;
    }
}
