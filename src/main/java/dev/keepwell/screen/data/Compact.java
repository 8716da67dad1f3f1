package dev.keepwell.screen.data;

import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/// Writes JSON token by token as short as it can be, numbers sign by sign.
final class Compact {

    private Compact() {}

    static void append(StringBuilder text, JsonParser parser, JsonToken token) {
        switch (token) {
            case PROPERTY_NAME -> separated(text).append(quoted(parser.currentName())).append(':');
            case START_OBJECT -> separated(text).append('{');
            case START_ARRAY -> separated(text).append('[');
            case END_OBJECT -> text.append('}');
            case END_ARRAY -> text.append(']');
            case VALUE_STRING -> separated(text).append(quoted(parser.getString()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                    separated(text).append(parser.getString());
            case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
        }
    }

    static String quoted(String text) {
        return JsonMapper.shared().writeValueAsString(text);
    }

    private static StringBuilder separated(StringBuilder text) {
        return text.isEmpty() || "{[:".indexOf(text.charAt(text.length() - 1)) >= 0
                ? text
                : text.append(',');
    }
}
