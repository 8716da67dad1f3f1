package dev.keepwell.sample;

import java.util.List;

/// Asks every contact twice a year whether they would recommend us, and writes who answered what.
final class Recommendations {

    private static final int HALF_A_YEAR = 182;
    private static final double ANSWERS = 0.6;

    private final Scene scene;

    Recommendations(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, List<Contact> contacts, Chance chance) {
        int first = journey.firstDay() - chance.between(40, 160);
        for (int ago = first; ago >= journey.lastDay() + 10; ago -= HALF_A_YEAR) {
            for (var contact : contacts) {
                if (contact.isThere(ago) && contact.isThere(1)) {
                    boolean isDelivered = chance.happens(0.97);
                    var send = ask(contact, ago, isDelivered);
                    if (isDelivered && chance.happens(ANSWERS)) {
                        int score = score(journey.mood(ago), chance);
                        answer(journey, contact, send, ago - chance.between(0, 6), score);
                    }
                }
            }
        }
    }

    private static int score(double mood, Chance chance) {
        return Math.clamp(Math.round(3.4 + 6.6 * mood + chance.around(0, 1.3)), 0, 10);
    }

    String ask(Contact contact, int ago, boolean isDelivered) {
        var id = "%s-n%d".formatted(contact.id(), ago);
        scene.add(
                Table.SURVEY_SEND,
                id,
                "nps",
                contact.id(),
                scene.calendar().at(ago, 9, 0),
                isDelivered);
        return id;
    }

    void answer(Journey journey, Contact contact, String send, int ago, int score) {
        scene.add(
                Table.SURVEY_RESPONSE,
                send + "-a",
                "nps",
                send,
                journey.id(),
                contact.id(),
                score,
                comment(score),
                null,
                scene.calendar().at(ago, 14, 25));
        scene.tally().recommends(contact.id(), ago, score);
    }

    private static String comment(int score) {
        if (score >= 9) {
            return "We would not go back.";
        }
        return score >= 7 ? "Does what it should." : "Too slow for what it costs.";
    }
}
