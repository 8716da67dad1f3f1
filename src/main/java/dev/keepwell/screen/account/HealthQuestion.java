package dev.keepwell.screen.account;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.screen.frame.Figures;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What the address of a health page says: the day, how far back the line goes, and since when the
/// change is explained.
public record HealthQuestion(@Nullable LocalDate asOf, Stretch range, int since) {

    public static final List<Integer> SPANS = List.of(7, 30, 90);

    public HealthQuestion {
        if (!SPANS.contains(since)) {
            throw Refusal.invalid(
                    "since", "A change is explained over 7, 30 or 90 days, but got " + since + ".");
        }
    }

    /// The same page with another stretch of the line.
    public String with(Stretch other) {
        return address(other, since);
    }

    /// The same page with another span of the change.
    public String with(int days) {
        return address(range, days);
    }

    public String dayText() {
        return asOf == null ? "" : Figures.day(asOf);
    }

    /// What follows the address of a metric, so that it shows this account on this day.
    public String ofAccount(String id) {
        return "?account=" + id + (asOf == null ? "" : "&as_of=" + asOf);
    }

    private String address(Stretch stretch, int days) {
        var day = asOf == null ? "" : "&as_of=" + asOf;
        return "?range=%s&since=%d%s".formatted(stretch.word(), days, day);
    }
}
