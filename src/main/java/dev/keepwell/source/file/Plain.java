package dev.keepwell.source.file;

import java.math.BigDecimal;

/// Numbers that a file holds as numbers, written out.
final class Plain {

    /// `1e999999999` is a short text and a very long number.
    static final int SCALE_MAX = 400;

    private Plain() {}

    /// Without an exponent, and exact.
    static String decimal(String text) {
        if (text.indexOf('e') < 0 && text.indexOf('E') < 0) {
            return text;
        }
        try {
            var number = new BigDecimal(text);
            return Math.abs((long) number.scale()) > SCALE_MAX ? text : number.toPlainString();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /// With the decimal sign of the file, as the texts beside it have.
    static String number(String text, DecimalSign decimal) {
        return decimal == DecimalSign.POINT ? text : text.replace('.', decimal.sign());
    }
}
