package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Band;
import dev.keepwell.screen.portfolio.Entry.Pulse;
import dev.keepwell.warehouse.Facts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What the facts say of an account besides numbers.
record Glance(
        boolean isCustomer,
        @Nullable String segment,
        @Nullable String plan,
        @Nullable String csm,
        @Nullable LocalDate renewalOn,
        @Nullable String sponsor,
        @Nullable Pulse pulse) {

    static final Glance NOTHING = new Glance(false, null, null, null, null, null, null);

    /// All accounts, by id.
    static Map<String, Glance> of(Facts facts, LocalDate day) {
        facts.need(List.of("fact.account_glance"));
        // Where nobody ever sent contacts, nobody can say that there is no sponsor.
        var knowsContacts = facts.feeds().stream().anyMatch(it -> it.table().equals("contact"));
        var glances = new HashMap<String, Glance>();
        facts.query(
                "select * from fact.account_glance where day_number = " + day.toEpochDay(),
                (row, _) -> glances.put(row.getString("account_id"), read(row, knowsContacts)));
        return glances;
    }

    private static Glance read(ResultSet row, boolean knowsContacts) throws SQLException {
        var sponsor = row.getString("sponsor");
        return new Glance(
                row.getBoolean("is_customer"),
                row.getString("segment"),
                row.getString("plan"),
                row.getString("csm_id"),
                day(row, "renewal_day"),
                sponsor == null && knowsContacts ? "none" : sponsor,
                pulse(row));
    }

    private static @Nullable Pulse pulse(ResultSet row) throws SQLException {
        var colour = row.getString("pulse");
        var setOn = day(row, "pulse_day");
        return colour == null || setOn == null ? null : new Pulse(Band.of(colour), setOn);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        var number = row.getLong(column);
        return row.wasNull() ? null : LocalDate.ofEpochDay(number);
    }
}
