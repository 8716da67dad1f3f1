package dev.keepwell.metric;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One row behind a value: the record, and what it adds to which part.
///
/// Of rows with the same item, such as one person in two accounts, a group counts one. A row of
/// survival lasted `amount` days, and `ended` says whether it was over then.
public record Trace(
        String part,
        String component,
        BigDecimal amount,
        boolean ended,
        @Nullable String item,
        @Nullable String label,
        @Nullable LocalDate day,
        Place place) {

    /// Where the row comes from. A table of usage has no ids; there it is the user and the day.
    public record Place(
            @Nullable String account,
            @Nullable String user,
            @Nullable String feature,
            @Nullable String recordTable,
            @Nullable String recordId) {}

    /// The columns in the order in which they are read; all but the first two may be missing.
    static final String[] COLUMNS = {
        "part",
        "amount",
        "component",
        "ended",
        "item",
        "label",
        "day_number",
        "account_id",
        "user_id",
        "feature_id",
        "record_table",
        "record_id"
    };

    static Trace read(ResultSet row) throws SQLException {
        var component = row.getString("component");
        var day = row.getInt("day_number");
        return new Trace(
                row.getString("part"),
                component == null ? "" : component,
                row.getBigDecimal("amount"),
                row.getBoolean("ended"),
                row.getString("item"),
                row.getString("label"),
                row.getString("day_number") == null ? null : LocalDate.ofEpochDay(day),
                new Place(
                        row.getString("account_id"),
                        row.getString("user_id"),
                        row.getString("feature_id"),
                        row.getString("record_table"),
                        row.getString("record_id")));
    }
}
