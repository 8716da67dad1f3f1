package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;

/// Where yellow and green begin, a score on the border belonging to the better band, and what each
/// colour means.
public record Bands(double green, double yellow, Legend legend) {

    static final Bands DEFAULT = new Bands(75, 50);

    /// Bands act on scores with one decimal, so this is the nearest score below a border.
    private static final double SMALLEST_STEP = 0.1;

    public Bands {
        if (!(0 < yellow && yellow < green && green <= Decimals.FULL_MARKS)) {
            throw refusal("Bands need 0 < yellow < green <= 100", green, yellow);
        }
        if (green != Decimals.one(green) || yellow != Decimals.one(yellow)) {
            throw refusal("Bands have at most one decimal, as scores do", green, yellow);
        }
    }

    public Bands(double green, double yellow) {
        this(green, yellow, Legend.DEFAULT);
    }

    public Band of(double score) {
        if (score >= green) {
            return Band.GREEN;
        }
        return score >= yellow ? Band.YELLOW : Band.RED;
    }

    /// The highest score that a cap at this band leaves.
    double ceiling(Band band) {
        return switch (band) {
            case RED -> Decimals.one(yellow - SMALLEST_STEP);
            case YELLOW -> Decimals.one(green - SMALLEST_STEP);
            case GREEN, GREY -> Decimals.FULL_MARKS;
        };
    }

    /// The lowest score of the band.
    double floor(Band band) {
        return switch (band) {
            case RED, GREY -> 0;
            case YELLOW -> yellow;
            case GREEN -> green;
        };
    }

    private static Refusal refusal(String rule, double green, double yellow) {
        return Refusal.invalid(
                "model_bands", "%s, but got green %s, yellow %s.".formatted(rule, green, yellow));
    }
}
