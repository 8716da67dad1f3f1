package dev.keepwell.sample;

import org.jspecify.annotations.Nullable;

/// The three kinds of customers that the sample company sells to, and what each buys.
enum Segment {
    SMALL_BUSINESS("small_business", "Starter", 6, 39, 0.67),
    MID_MARKET("mid_market", "Team", 12, 79, 0.67),
    ENTERPRISE("enterprise", "Business", 20, 149, 1);

    private final String word;
    private final String plan;
    private final int features;
    private final int seatPrice;
    private final double lookedAfter;

    Segment(String word, String plan, int features, int seatPrice, double lookedAfter) {
        this.word = word;
        this.plan = plan;
        this.features = features;
        this.seatPrice = seatPrice;
        this.lookedAfter = lookedAfter;
    }

    String word() {
        return word;
    }

    String plan() {
        return plan;
    }

    int features() {
        return features;
    }

    int seatPrice() {
        return seatPrice;
    }

    /// How closely we mean to look after a customer; none when nobody has decided.
    @Nullable String tier(Chance chance) {
        if (!chance.happens(lookedAfter)) {
            return null;
        }
        return this == ENTERPRISE ? "high_touch" : "low_touch";
    }

    int people(Chance chance) {
        return switch (this) {
            case SMALL_BUSINESS -> chance.between(3, 7);
            case MID_MARKET -> chance.between(6, 11);
            case ENTERPRISE -> chance.between(13, 23);
        };
    }
}
