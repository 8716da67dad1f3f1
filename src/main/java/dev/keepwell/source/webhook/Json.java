package dev.keepwell.source.webhook;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/// Reads what others wrote, without trusting its shape: what is not there is missing, not an error.
final class Json {

    /// Amounts are compared to the cent, and a float would round some of them.
    private static final JsonMapper MAPPER =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build();

    private static final int DIGITS = 30;

    private Json() {}

    /// The tree of these bytes; a missing node where they are no JSON.
    static JsonNode tree(byte[] bytes) {
        try {
            return MAPPER.readTree(bytes);
        } catch (JacksonException e) {
            return MissingNode.getInstance();
        }
    }

    static byte[] bytes(JsonNode node) {
        return MAPPER.writeValueAsBytes(node);
    }

    /// The text of a value; empty where there is none, or something that is no value.
    static String text(JsonNode node) {
        return node.isValueNode() && !node.isNull() ? node.asString("").strip() : "";
    }

    /// The text of a value, or null where there is none.
    static @Nullable String some(JsonNode node) {
        var text = text(node);
        return text.isEmpty() ? null : text;
    }

    /// A number that somebody could mean: `1e999999999` is a short text and a very long number.
    static @Nullable BigDecimal number(JsonNode node) {
        if (!node.isNumber()) {
            return null;
        }
        var number = node.decimalValue();
        boolean isSane = Math.abs(number.scale()) <= DIGITS && number.precision() <= DIGITS;
        return isSane ? number : null;
    }

    /// Seconds since 1970, as Stripe, Intercom and Slack write them.
    static @Nullable Instant seconds(JsonNode node) {
        return node.isIntegralNumber() && Math.abs(node.asLong(0)) < 1L << 40
                ? Instant.ofEpochSecond(node.asLong(0))
                : null;
    }

    static @Nullable Instant millis(JsonNode node) {
        return node.isIntegralNumber() && Math.abs(node.asLong(0)) < 1L << 50
                ? Instant.ofEpochMilli(node.asLong(0))
                : null;
    }

    static @Nullable Instant moment(JsonNode node) {
        try {
            return OffsetDateTime.parse(text(node)).toInstant();
        } catch (DateTimeException e) {
            return null;
        }
    }
}
