package dev.keepwell.health;

/// How an account stands on a day: a score with its colour, or grey.
public sealed interface Verdict {

    Band band();

    /// The score step by step: weighted, rounded, capped, and as published; the colour that the
    /// capped score has by itself, and the one shown, which does not flicker.
    record Scored(
            double raw, double rounded, double capped, double published, Band plainBand, Band band)
            implements Verdict {}

    /// Too little is known to judge (`INSUFFICIENT_COVERAGE`), which is not a low score.
    record Grey() implements Verdict {

        @Override
        public Band band() {
            return Band.GREY;
        }
    }
}
