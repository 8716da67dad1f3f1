package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/// A person's word against the arithmetic, for a while: who said it, why, and until when. It holds
/// from its first day on, and no longer on the day that it expires.
public record ManualOverride(
        String author, String reason, Order order, LocalDate from, LocalDate until) {

    /// How long a person may overrule the model. Whoever still thinks so then says it again.
    public static final int DAYS_AT_MOST = 90;

    public static final int DAYS_BY_DEFAULT = 30;

    /// What is to be published instead.
    public sealed interface Order {

        double apply(double capped, Bands bands);

        /// The order as it is said: a score or a band, and not both.
        static Order of(@Nullable Double score, @Nullable String band) {
            if (score != null && band == null) {
                return new Score(score);
            }
            if (score != null || band == null) {
                throw refused("An override is a score or a band, one of them");
            }
            return switch (band) {
                case "red", "yellow", "green" -> new Colour(Band.of(band));
                case String other ->
                        throw refused("A band is red, yellow or green, but got '" + other + "'");
            };
        }

        /// This very score.
        record Score(double value) implements Order {

            public Score {
                if (!(0 <= value && value <= Decimals.FULL_MARKS) || value != Decimals.one(value)) {
                    throw refused("A score is from 0 to 100 with one decimal, but got " + value);
                }
            }

            @Override
            public double apply(double capped, Bands bands) {
                return value;
            }
        }

        /// The nearest score of this colour.
        record Colour(Band band) implements Order {

            public Colour {
                if (band == Band.GREY) {
                    throw refused("An override is red, yellow or green, or a score");
                }
            }

            @Override
            public double apply(double capped, Bands bands) {
                return Math.clamp(capped, bands.floor(band), bands.ceiling(band));
            }
        }
    }

    public ManualOverride {
        if (author.isBlank() || reason.isBlank()) {
            throw refused("An override says who ordered it and why");
        }
        var days = ChronoUnit.DAYS.between(from, until);
        if (days < 1 || days > DAYS_AT_MOST) {
            throw refused(
                    "An override expires after 1 to %d days, but %s to %s are %d"
                            .formatted(DAYS_AT_MOST, from, until, days));
        }
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(from) && day.isBefore(until);
    }

    private static Refusal refused(String rule) {
        return Refusal.invalid("override", rule + ".");
    }
}
