package dev.keepwell.customer;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/// Reads a column of a record in the canonical text in which rows are judged.
final class StoredText {

    private StoredText() {}

    static @Nullable String of(RecordColumn column, ResultSet row, int place) throws SQLException {
        if (column.refers() != null) {
            return row.getString(place);
        }
        return switch (column.type()) {
            case INSTANT -> {
                var at = instant(row, place);
                yield at == null ? null : at.toString();
            }
            case INTEGER, NUMBER, MONEY, MONTHLY_AMOUNT, MONTHLY_LIST_AMOUNT ->
                    plain(row.getBigDecimal(place));
            case BOOLEAN -> {
                var truth = row.getBoolean(place);
                yield row.wasNull() ? null : Boolean.toString(truth);
            }
            case ID, TEXT, WORD, VERB, QUARTER, REFERENCE, CURRENCY, COUNTRY, DOMAIN, DATE ->
                    row.getString(place);
        };
    }

    private static @Nullable String plain(@Nullable BigDecimal number) {
        return number == null ? null : Numbers.number(number.toPlainString());
    }

    static @Nullable Instant instant(ResultSet row, int place) throws SQLException {
        var at = row.getObject(place, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
