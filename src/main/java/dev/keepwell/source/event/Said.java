package dev.keepwell.source.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// One JSON object of an event, and how to ask it for texts and objects.
record Said(JsonNode object, String pointer) {

    static final Said NOTHING =
            new Said(tools.jackson.databind.node.JsonNodeFactory.instance.objectNode(), "");

    @Nullable JsonNode find(String key) {
        var found = object.get(key);
        return found == null || found.isNull() ? null : found;
    }

    String at(String key) {
        return pointer + "/" + key.replace("~", "~0").replace("/", "~1");
    }

    /// An id, if there is one. Senders write numbers for ids as well, and mean their digits.
    @Nullable String reference(String key) {
        var found = find(key);
        if (found == null) {
            return null;
        }
        var text = found.isString() || found.isIntegralNumber() ? found.asString() : "";
        if (text.isBlank() || text.length() > Limits.REFERENCE_CHARS || Text.isBad(text)) {
            throw new Unfit(Reason.BAD_REFERENCE, at(key));
        }
        return text;
    }

    /// A name, if there is one.
    @Nullable String name(String key) {
        var found = find(key);
        if (found == null) {
            return null;
        }
        if (!found.isString()
                || found.asString().isBlank()
                || found.asString().length() > Limits.REFERENCE_CHARS) {
            throw new Unfit(Reason.BAD_NAME, at(key));
        }
        return found.asString();
    }

    /// What lies below a key; nothing when there is nothing.
    Said below(String key) {
        var found = find(key);
        if (found == null) {
            return NOTHING;
        }
        if (!found.isObject()) {
            throw new Unfit(Reason.BAD_TRAITS, at(key));
        }
        return new Said(found, at(key));
    }
}
