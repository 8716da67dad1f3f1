package dev.keepwell.sample;

/// Writes what the team thinks of an account, and how what its people write sounds.
final class Pulses {

    private static final double GREEN = 0.6;
    private static final double YELLOW = 0.3;

    private final Scene scene;

    Pulses(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, Chance chance) {
        if (journey.isNew()) {
            return;
        }
        int gap = "high_touch".equals(journey.tier()) ? 24 : 30;
        int ago = journey.firstDay() - chance.between(3, 25);
        while (ago >= journey.lastDay()) {
            if (scene.calendar().isWorkday(ago)) {
                set(journey, ago, colour(journey, ago, chance));
            }
            ago -= gap + chance.between(-4, 12);
        }
    }

    private static String colour(Journey journey, int ago, Chance chance) {
        if (journey.fate() instanceof Fate.Storms(int since) && ago < since - 20) {
            return "red";
        }
        // A sudden leaver looked fine to everybody, and a quiet one for too long.
        double seen = journey.mood(ago + 10) + chance.around(0, 0.05);
        return seen > GREEN ? "green" : seen > YELLOW ? "yellow" : "red";
    }

    void set(Journey journey, int ago, String colour) {
        var reason =
                switch (colour) {
                    case "red" -> "risk_of_leaving";
                    case "yellow" -> "low_adoption";
                    default -> null;
                };
        var note =
                switch (colour) {
                    case "red" -> "They doubt that they will go on with us.";
                    case "yellow" -> "Fewer people use it than we agreed on.";
                    default -> "All well.";
                };
        scene.add(
                Table.PULSE,
                "%s-m%d".formatted(journey.id(), ago),
                journey.id(),
                journey.csm(),
                colour,
                reason,
                note,
                scene.calendar().at(ago, 16, 30));
        int points =
                switch (colour) {
                    case "red" -> 0;
                    case "yellow" -> 50;
                    default -> 100;
                };
        scene.tally().pulse(journey.id(), ago, points);
    }

    void writeSentiments(Journey journey, Chance chance) {
        int ago = journey.firstDay() - chance.between(1, 40);
        while (ago >= journey.lastDay()) {
            if (!journey.isNew()) {
                double polarity = 2.2 * journey.mood(ago) - 1.05 + chance.around(0, 0.2);
                sound(journey, ago, Math.clamp(Math.round(polarity * 100) / 100.0, -1, 1));
            }
            ago -= chance.between(14, 44);
        }
    }

    void sound(Journey journey, int ago, double polarity) {
        scene.add(
                Table.SENTIMENT_OBS,
                "%s-s%d".formatted(journey.id(), ago),
                journey.id(),
                "email",
                polarity,
                1,
                "lexicon-2",
                scene.calendar().at(ago, 12, 15));
    }
}
