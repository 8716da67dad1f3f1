package dev.keepwell.screen.quality;

import java.util.Locale;

/// What is looked at, and from where on it is worth a look.
public enum Check {
    FRESHNESS(
            "Late: nothing came for longer than nine in ten of the gaps of the table in the 60 days"
                    + " before it came last, or than somebody decided. Over usual: more than the"
                    + " upper quartile of the last eight such weekdays by one and a half times the"
                    + " distance of the quartiles, and at least half more than the median."),
    METRICS(
            "A metric is touched when a table that it is built from is late, silent or paused in"
                    + " any source."),
    ORPHANS(
            "Every reference of a current record to one which has never come, and every row of the"
                    + " last 30 days that was set aside because what it belongs to has not."),
    EVENTS(
            "Every customer's event of the last 30 days that belongs to no account; events of the"
                    + " last 7 days whose sender's clock is off by more than 60 seconds."),
    DRIFT(
            "Every column that came, went or looks like something else than in the file before of"
                    + " the same source and name, digits aside, within 90 days; judged by the first"
                    + " 200 rows."),
    COMPLETENESS(
            "Of the records that are current. A column that metrics read and fewer than nine in ten"
                    + " records have is marked.");

    /// Fewer than so many of a hundred records is worth a look.
    public static final int FILLED_MIN = 90;

    private final String threshold;

    Check(String threshold) {
        this.threshold = threshold;
    }

    public String threshold() {
        return threshold;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
