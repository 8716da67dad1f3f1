package dev.keepwell.sample;

import java.util.List;

/// Writes what people asked for help with, how fast they got it, and how they rated it.
final class Support {

    private static final List<String> TOPICS =
            List.of(
                    "sign-in",
                    "import",
                    "permissions",
                    "reports",
                    "billing",
                    "integration",
                    "performance",
                    "how-to",
                    "export",
                    "mobile");

    private static final List<String> AGENTS = List.of("kim", "lee", "noa", "sam");

    private final Scene scene;

    Support(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, List<Contact> contacts, List<User> users, Chance chance) {
        if (journey.isNew()) {
            return;
        }
        for (int ago = journey.firstDay(); ago >= journey.lastDay(); ago--) {
            double perDay = (0.3 + users.size() * 0.03 + anger(journey, ago)) / 30;
            if (chance.happens(perDay * scene.calendar().bustle(ago))) {
                var who = contacts.get(chance.between(1, contacts.size() - 1));
                var id = ask(journey, who, ago, priority(journey, ago, chance), chance);
                rate(journey, who, id, ago, chance);
            }
        }
    }

    /// Who storms writes; who fades does not.
    private static double anger(Journey journey, int ago) {
        boolean storms =
                journey.fate() instanceof Fate.Storms
                        || (journey.fate() instanceof Fate.Leaves(_, Fate.Manner manner)
                                && manner == Fate.Manner.LOUD);
        return storms ? 4 * Math.max(0, journey.vigour() - journey.mood(ago)) : 0;
    }

    private static String priority(Journey journey, int ago, Chance chance) {
        double anger = anger(journey, ago);
        if (chance.happens(0.01 + 0.08 * anger)) {
            return "critical";
        }
        return chance.happens(0.15 + 0.2 * anger) ? "high" : chance.happens(0.7) ? "normal" : "low";
    }

    /// A ticket is solved within days, a critical one sooner; those of an account that storms stay
    /// open longer, which is why it storms.
    String ask(Journey journey, Contact who, int ago, String priority, Chance chance) {
        var id = "%s-h%d".formatted(journey.id(), ago);
        int days = priority.equals("critical") ? 1 : chance.between(0, 5);
        int solved = ago - (anger(journey, ago) > 1.5 ? 2 * days + 9 : days);
        boolean isSolved = solved > 0;
        scene.add(
                Table.TICKET,
                id,
                journey.id(),
                who.id(),
                scene.calendar().at(ago, 9, 10),
                scene.calendar().at(ago, 9 + chance.between(1, 6), 40),
                isSolved ? scene.calendar().at(solved, 17, 20) : null,
                priority,
                isSolved ? "solved" : "open",
                chance.happens(0.7) ? "email" : "portal",
                AGENTS.get(ago % AGENTS.size()));
        scene.add(Table.TICKET_TOPIC, id, chance.oneOf(TOPICS));
        scene.tally().asksForHelp(journey.id(), ago);
        return id;
    }

    private void rate(Journey journey, Contact who, String ticket, int ago, Chance chance) {
        int answered = ago - 6;
        if (answered < 1 || !chance.happens(0.42)) {
            return;
        }
        boolean isContent = chance.happens(0.5 + 0.48 * journey.mood(ago));
        rated(journey, who, ticket, answered, isContent ? 4 + chance.between(0, 1) : 2);
        if (chance.happens(0.3)) {
            int ease = Math.clamp(Math.round(2 + 5 * journey.mood(ago)), 1, 7);
            answer(new Rating("ces", ticket, ease, answered), journey, who);
        }
    }

    void rated(Journey journey, Contact who, String ticket, int ago, int score) {
        answer(new Rating("csat", ticket, score, ago), journey, who);
        scene.tally().rates(ticket, ago, score);
    }

    private record Rating(String survey, String ticket, int score, int ago) {}

    private void answer(Rating it, Journey journey, Contact who) {
        scene.add(
                Table.SURVEY_RESPONSE,
                it.survey + "-" + it.ticket,
                it.survey,
                null,
                journey.id(),
                who.id(),
                it.score,
                null,
                it.ticket,
                scene.calendar().at(it.ago, 11, 5));
    }
}
