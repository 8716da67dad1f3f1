package dev.keepwell.screen.terminal;

import java.math.BigDecimal;
import java.math.RoundingMode;
import tools.jackson.databind.JsonNode;

/// Numbers of an answer as people read them; `-` where there is none.
final class Numbers {

    private static final String NONE = "-";

    private Numbers() {}

    /// As many digits as the number has, up to six behind the point.
    static String full(JsonNode number) {
        return number.isNumber() ? plain(rounded(number.decimalValue(), 6)) : NONE;
    }

    /// The amount with its currency, or the number.
    static String value(JsonNode value) {
        return value.isObject()
                ? value.path("amount").asString() + " " + value.path("currency").asString()
                : full(value);
    }

    static String fixed(JsonNode number, int decimals) {
        return number.isNumber() ? rounded(number.decimalValue(), decimals).toPlainString() : NONE;
    }

    static String signed(JsonNode number, int decimals) {
        var text = fixed(number, decimals);
        return number.isNumber() && number.decimalValue().signum() > 0 ? "+" + text : text;
    }

    private static BigDecimal rounded(BigDecimal number, int decimals) {
        return number.setScale(decimals, RoundingMode.HALF_UP);
    }

    private static String plain(BigDecimal number) {
        return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }
}
