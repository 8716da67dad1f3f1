package dev.keepwell.customer;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One column of a record table, and the rules its values obey.
record RecordColumn(
        String name,
        ColumnType type,
        boolean required,
        boolean many,
        @Nullable String fallback,
        @Nullable String refers,
        Bounds bounds) {

    /// What a value may be: at least, at most, above, at most so many characters, one of.
    record Bounds(
            @Nullable BigDecimal min,
            @Nullable BigDecimal max,
            @Nullable BigDecimal above,
            int longest,
            List<String> oneOf) {

        static final int LONGEST_TEXT = 64 * 1_024;
        static final Bounds NONE = new Bounds(null, null, null, LONGEST_TEXT, List.of());
    }

    boolean isStored() {
        return type.isStored();
    }

    /// Without it no row of its table can be accepted.
    boolean isNeeded() {
        return (required && fallback == null) || type == ColumnType.ID;
    }
}
