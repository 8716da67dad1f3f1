package dev.keepwell.screen.data;

import dev.keepwell.customer.SenderClocks;
import dev.keepwell.screen.quality.Qualities;
import java.time.Duration;
import java.util.List;
import java.util.Objects;

/// Events that belong to no account, and the clocks of those who send.
public record EventsPart(
        List<Orphan> orphans, List<Clock> clocks, String total, String duplicates) {

    /// A user whose events belong to no account.
    public record Orphan(String source, String user, String account, long events, Clocked last) {}

    /// How far the clocks of a source are off.
    public record Clock(String source, long events, long off, String median, boolean isOff) {

        static Clock of(SenderClocks.Clock it) {
            return new Clock(
                    it.source(),
                    it.events(),
                    it.off(),
                    it.off() == 0 ? "–" : words(it.medianSeconds()),
                    it.off() > 0);
        }

        /// A clock that is behind sent, by its own time, before it came.
        private static String words(long seconds) {
            var off = Duration.ofSeconds(Math.abs(seconds));
            var length =
                    off.toHours() > 48
                            ? off.toDays() + " d"
                            : off.toMinutes() >= 120
                                    ? off.toHours() + " h"
                                    : off.toMinutes() + " min";
            return length + (seconds > 0 ? " behind" : " ahead");
        }
    }

    static EventsPart of(Qualities.Events it, Clocked.Place place) {
        var orphans =
                it.orphans().stream()
                        .map(one ->
                                new Orphan(
                                        one.source(),
                                        one.user(),
                                        Objects.requireNonNullElse(one.account(), ""),
                                        one.events(),
                                        place.at(one.lastSeen())))
                        .toList();
        var sum = orphans.stream().mapToLong(Orphan::events).sum();
        return new EventsPart(
                orphans,
                it.clocks().stream().map(Clock::of).toList(),
                "%s of %s".formatted(some(sum, "event"), some(orphans.size(), "user")),
                some(it.duplicates(), "pair"));
    }

    private static String some(long count, String what) {
        return "%,d %s".formatted(count, count == 1 ? what : what + "s");
    }
}
