package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;

/// Keeps a colour from flickering: a band changes when the score is clearly past the border, or
/// stays past it for three days. It looks at one day at a time and at nothing else.
public record Hysteresis(Bands bands, Patience patience) {

    Hysteresis(Bands bands) {
        this(bands, Patience.DEFAULT);
    }

    /// How long a band waits: `clearly` is the points past a border that need no waiting, `days`
    /// are those in a row on the other side that are as good as being clearly past it, and `shock`
    /// is a fall within one day that nobody should have to wait to see.
    public record Patience(double clearly, int days, double shock) {

        static final Patience DEFAULT = new Patience(2.0, 3, 10);

        public Patience {
            if (!(clearly >= 0 && days >= 1 && shock > 0)) {
                throw Refusal.invalid(
                        "model_hysteresis",
                        ("Hysteresis needs clearly >= 0, days >= 1 and shock > 0, but got %s, %d"
                                        + " and %s.")
                                .formatted(clearly, days, shock));
            }
        }
    }

    /// Where the machine stands after a day.
    public sealed interface State {

        /// Nothing is known of earlier days: at the start, and after grey.
        record Fresh() implements State {}

        /// `waitedDays` counts the days in a row on which the plain band was on one side of the
        /// published band. A day without a score changes nothing here.
        record Since(LocalDate day, double capped, Band plain, Band published, int waitedDays)
                implements State {}
    }

    /// One day: its capped score, and the lowest band to which an active cap holds the account
    /// (green without one).
    public State.Since next(State before, LocalDate day, double capped, Band ceiling) {
        var plain = bands.of(capped);
        return switch (before) {
            case State.Fresh _ -> new State.Since(day, capped, plain, plain, 0);
            case State.Since since -> {
                var published = Band.lower(since.published(), ceiling);
                if (plain == published) {
                    yield new State.Since(day, capped, plain, published, 0);
                }
                var waited = published == since.published() ? waitedDays(since, plain) : 0;
                var isShock = plain.isBelow(published) && isShock(since, day, capped);
                var isConvinced = waited >= patience.days() || isShock;
                var wanted = isConvinced ? plain : moved(published, plain, capped);
                var moved = Band.lower(wanted, ceiling);
                yield new State.Since(day, capped, plain, moved, moved == published ? waited : 0);
            }
        };
    }

    private static int waitedDays(State.Since since, Band plain) {
        var sameSide =
                since.plain() != since.published()
                        && since.plain().isBelow(since.published())
                                == plain.isBelow(since.published());
        return sameSide ? since.waitedDays() + 1 : 1;
    }

    private boolean isShock(State.Since since, LocalDate day, double capped) {
        return since.day().equals(day.minusDays(1))
                && Decimals.settled(since.capped() - capped) >= patience.shock();
    }

    private Band moved(Band published, Band plain, double capped) {
        return plain.isBelow(published)
                ? Band.lower(published, fallen(capped))
                : higher(published, risen(capped));
    }

    /// The lowest band that the score has clearly fallen to.
    private Band fallen(double capped) {
        if (capped <= bands.yellow() - patience.clearly()) {
            return Band.RED;
        }
        return capped <= bands.green() - patience.clearly() ? Band.YELLOW : Band.GREEN;
    }

    /// The highest band that the score has clearly risen to.
    private Band risen(double capped) {
        if (capped >= bands.green() + patience.clearly()) {
            return Band.GREEN;
        }
        return capped >= bands.yellow() + patience.clearly() ? Band.YELLOW : Band.RED;
    }

    private static Band higher(Band a, Band b) {
        return a.isBelow(b) ? b : a;
    }
}
