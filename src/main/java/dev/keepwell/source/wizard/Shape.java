package dev.keepwell.source.wizard;

import java.util.Locale;

/// What the values of a column, or those that belong into a field, look like.
public enum Shape {
    ID,
    TEXT,
    DAY,
    INSTANT,
    NUMBER,
    MONEY,
    CURRENCY,
    BOOLEAN,
    EMAIL,
    DOMAIN,
    COUNTRY;

    /// Whether values that look like `seen` may stand in a field of this shape.
    boolean takes(Shape seen) {
        return switch (this) {
            case ID, TEXT, COUNTRY, CURRENCY -> true;
            case DAY, INSTANT -> seen == DAY || seen == INSTANT || seen == NUMBER;
            case NUMBER, MONEY -> seen == NUMBER || seen == MONEY;
            case BOOLEAN -> seen == BOOLEAN || seen == NUMBER || seen == TEXT;
            case EMAIL -> seen == EMAIL || seen == TEXT || seen == ID;
            case DOMAIN -> seen == DOMAIN || seen == EMAIL || seen == TEXT || seen == ID;
        };
    }

    static Shape named(String name) {
        return valueOf(name.toUpperCase(Locale.ROOT));
    }

    public String word() {
        return switch (this) {
            case ID -> "ids";
            case TEXT -> "text";
            case DAY -> "days";
            case INSTANT -> "moments";
            case NUMBER -> "numbers";
            case MONEY -> "money";
            case CURRENCY -> "currencies";
            case BOOLEAN -> "yes or no";
            case EMAIL -> "e-mail addresses";
            case DOMAIN -> "domains";
            case COUNTRY -> "countries";
        };
    }
}
