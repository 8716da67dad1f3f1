package dev.keepwell.screen.frame;

import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Status;
import dev.keepwell.metric.Unit;
import java.math.BigDecimal;
import java.util.Set;

/// How the value of a metric is written, by what it counts.
public final class ValueText {

    private static final String PULSE = "csm_pulse";

    /// Nobody says that the benefit is 225 % of the cost.
    private static final Set<String> FACTORS = Set.of("benefit_cost_ratio", "quick_ratio");

    private ValueText() {}

    public static String of(Metric metric, double value) {
        return of(metric, BigDecimal.valueOf(value));
    }

    public static String of(Metric metric, BigDecimal value) {
        if (metric.name().value().equals(PULSE)) {
            return colour(value);
        }
        return of(metric.meaning().unit(), metric, value);
    }

    private static String of(Unit unit, Metric metric, BigDecimal value) {
        return switch (unit) {
            case MONEY -> Figures.number(value, 2);
            case PEOPLE, TICKETS, TOUCHES -> Figures.number(value, 1);
            case DAYS -> Figures.number(value, 1) + " d";
            case MINUTES -> Figures.number(value, 1) + " min";
            case HOURS -> Figures.number(value, 1) + " h";
            case YEARS -> Figures.number(value, 1) + " yr";
            case FLAG -> Figures.percent(value);
            case FRACTION ->
                    FACTORS.contains(metric.name().value())
                            ? Figures.number(value, 2) + " ×"
                            : Figures.percent(value);
            case PERCENT -> Figures.number(value, 1) + " %";
            case POINTS -> Figures.number(value, 1);
        };
    }

    /// A line beside the headline, which may count something else.
    public static String of(Unit unit, Metric metric, BigDecimal value, String currency) {
        return unit == Unit.MONEY ? Figures.money(value, currency) : of(unit, metric, value);
    }

    /// With the sign of its currency, where it is money.
    public static String of(Metric metric, BigDecimal value, String currency) {
        return metric.meaning().unit() == Unit.MONEY
                ? Figures.money(value, currency)
                : of(metric, value);
    }

    /// What a status says about a number, in the words of people.
    public static String trust(Status status) {
        return switch (status) {
            case OK -> "Complete";
            case PROVISIONAL -> "May still change";
            case STALE -> "Last seen too long ago";
            case INSUFFICIENT_SAMPLE -> "Too few cases to judge by";
            case CENSORED -> "An estimate with unfinished cases";
            case CAPPED -> "At least this much";
            case SOURCE_MISSING, NOT_APPLICABLE, NO_DATA, ZERO_DENOMINATOR, INSUFFICIENT_COVERAGE ->
                    missing(status);
        };
    }

    /// Why there is no number, in the words of people.
    public static String missing(Status status) {
        return switch (status) {
            case SOURCE_MISSING -> "Source not connected";
            case NOT_APPLICABLE -> "Not applicable";
            case INSUFFICIENT_SAMPLE -> "Too few answers";
            case ZERO_DENOMINATOR -> "Nothing to divide by";
            case INSUFFICIENT_COVERAGE -> "Too little is known";
            case STALE -> "Too old";
            case NO_DATA, CENSORED, CAPPED, PROVISIONAL, OK -> "No data";
        };
    }

    /// A pulse is a colour that somebody chose, and was never a number to them.
    private static String colour(BigDecimal points) {
        var whole = points.intValue();
        if (whole == 0) {
            return "Red";
        }
        return whole == 50 ? "Yellow" : whole == 100 ? "Green" : Figures.number(points, 1);
    }
}
