package dev.keepwell.metric;

import dev.keepwell.kernel.Keys;
import java.util.regex.Pattern;

/// How far back a metric looks from the day it is asked about.
public sealed interface Window {

    /// A state at the close of a day.
    record Instant() implements Window {}

    /// So many days that end with the day; accounts may look back further than groups.
    ///
    /// A fixed window stays what it is when a calendar period is asked for: monthly actives over 28
    /// and over 31 days do not compare.
    record Trailing(Limit accountDays, Limit groupDays, boolean fixed) implements Window {}

    /// A whole period, such as a month or a quarter.
    record Whole(String usual) implements Window {}

    /// As a metric file writes it.
    default String word() {
        return switch (this) {
            case Instant() -> "instant";
            case Whole(var usual) -> "period " + usual;
            case Trailing(var accountDays, var groupDays, var fixed) -> {
                var accounts =
                        accountDays.equals(groupDays) ? "" : words(accountDays) + " for accounts, ";
                yield accounts + words(groupDays) + (fixed ? " fixed" : "");
            }
        };
    }

    private static String words(Limit days) {
        if (days.setting() != null) {
            return days.word();
        }
        return days.usual() + (days.usual() == 1 ? " day" : " days");
    }

    Pattern DAYS = Pattern.compile("((\\d+)(?= days?\\b)|[a-z_]+_days\\b)( days?)?( fixed)?");

    static Window parse(Keys keys) {
        var words = keys.text("window");
        if (words.equals("instant")) {
            return new Instant();
        }
        if (words.startsWith("period ")) {
            return new Whole(words.substring("period ".length()));
        }
        var parts = words.split(" for accounts, ", 2);
        var account = DAYS.matcher(parts[0]);
        var group = DAYS.matcher(parts[parts.length - 1]);
        if (!account.matches() || !group.matches()) {
            throw keys.refusedAt(
                    "window",
                    "a window is 'instant', 'period month', '30 days', '30 days fixed' or '365 days"
                        + " for accounts, 90 days', where a setting such as 'csat_days' may stand"
                            + " for the days, but got '%s'.".formatted(words));
        }
        return new Trailing(
                Limit.parse(keys, account.group(1)),
                Limit.parse(keys, group.group(1)),
                group.group(4) != null);
    }
}
