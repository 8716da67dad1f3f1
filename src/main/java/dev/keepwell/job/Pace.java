package dev.keepwell.job;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// How fast work over many days goes, and when it will be over at that rate.
///
/// What an earlier try had done counts as done but not as speed.
public final class Pace {

    private static final int SECONDS_PER_MINUTE = 60;

    private final Clock clock;
    private final Instant begun;
    private final long before;
    private final long of;

    /// `before` of the days were done already.
    public Pace(Clock clock, long before, long of) {
        this.clock = clock;
        this.begun = clock.instant();
        this.before = before;
        this.of = of;
    }

    /// How far it is: the last day that is done, and how many of how many are. The rate is null
    /// until there is one.
    public record Report(
            LocalDate closed,
            long day,
            long of,
            @Nullable Double daysPerMinute,
            @Nullable Long secondsLeft) {}

    public Report at(LocalDate last, long done) {
        var seconds = Duration.between(begun, clock.instant()).toMillis() / 1000.0;
        if (seconds <= 0 || done <= before) {
            return new Report(last, done, of, null, null);
        }
        var perSecond = (done - before) / seconds;
        return new Report(
                last,
                done,
                of,
                Math.round(perSecond * SECONDS_PER_MINUTE * 10) / 10.0,
                Math.round((of - done) / perSecond));
    }
}
