package dev.keepwell.health;

import dev.keepwell.health.Anatomy.ActiveCap;
import java.math.BigDecimal;
import java.util.List;

/// What would bring an account into the next band: arithmetic of the score at its present weights,
/// and no promise about the renewal.
///
/// A step takes a measure to 85 points, the level of an account that does well, or where a curve
/// has steps to the first value worth as much. Asking for just enough would leave the account on
/// the border.
public sealed interface PathToGreen {

    /// What a measure has that goes well. All hundred would ask for what few ever have.
    BigDecimal GOOD = BigDecimal.valueOf(85);

    /// What each measure takes from the score, the greatest loss first.
    List<Loss> losses();

    /// Too little is known: first the missing measures have to answer.
    record NoScore() implements PathToGreen {

        @Override
        public List<Loss> losses() {
            return List.of();
        }
    }

    /// The score is green, even if the colour shown still waits a day or two.
    record Arrived(List<Loss> losses) implements PathToGreen {

        public Arrived {
            losses = List.copyOf(losses);
        }
    }

    /// A border lies ahead. `missing` is how far below it the rounded score is: nothing when only
    /// caps hold the account back. Whatever the score does, `capsFirst` must be lifted to pass. The
    /// ways are the cheapest single step and the cheapest pair, so far as there are any.
    record Ahead(
            Band next,
            BigDecimal border,
            BigDecimal missing,
            List<ActiveCap> capsFirst,
            List<Way> ways,
            List<Loss> losses)
            implements PathToGreen {

        public Ahead {
            capsFirst = List.copyOf(capsFirst);
            ways = List.copyOf(ways);
            losses = List.copyOf(losses);
        }
    }

    /// `model` is the version that judged.
    static PathToGreen of(Anatomy anatomy, ModelVersion model) {
        var levers = Leverage.of(anatomy, model.model()).toList();
        var bands = model.model().bands();
        return switch (anatomy.verdict()) {
            case Verdict.Grey _ -> new NoScore();
            case Verdict.Scored scored ->
                    switch (scored.plainBand()) {
                        case GREEN, GREY -> new Arrived(Loss.of(levers, null));
                        case YELLOW -> ahead(anatomy, levers, Band.GREEN, bands.green());
                        case RED -> ahead(anatomy, levers, Band.YELLOW, bands.yellow());
                    };
        };
    }

    private static Ahead ahead(
            Anatomy anatomy, List<Leverage> levers, Band next, double nextBorder) {
        var border = BigDecimal.valueOf(nextBorder);
        var raw = levers.stream().map(Leverage::contribution).reduce(BigDecimal::add).orElseThrow();
        var exact = Decimals.settled(raw);
        var missing = border.subtract(Decimals.one(exact)).max(BigDecimal.ZERO);
        var isShort = missing.signum() > 0;
        var steps = levers.stream().flatMap(it -> Way.Step.to(GOOD, it).stream()).toList();
        return new Ahead(
                next,
                border,
                missing,
                anatomy.caps().stream().filter(it -> it.atMost().isBelow(next)).toList(),
                isShort ? Way.over(border, exact, steps) : List.of(),
                Loss.of(levers, isShort ? border.subtract(exact) : null));
    }
}
