package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.util.List;

/// Writes what an account wanted from us, how far it got, and what it did for our good name.
final class Results {

    private record Aim(String name, int baseline, int target, String unit) {}

    private static final List<Aim> AIMS =
            List.of(
                    new Aim("Hours to approve a plan", 72, 24, "hours"),
                    new Aim("Projects finished on time", 55, 90, "percent"),
                    new Aim("Reports written by hand", 40, 5, "reports a month"),
                    new Aim("Projects run at once", 12, 30, "projects"));

    private static final Aim SPARE_TIME = new Aim("Hours saved a week", 0, 6, "hours");
    private static final String ORGANISATIONAL = "organisational";
    private static final int HALF_A_YEAR = 182;

    private static final List<String> ACTS =
            List.of(
                    "reference_call",
                    "case_study",
                    "public_review",
                    "referral",
                    "webinar",
                    "advisory_board",
                    "reference_willing",
                    "reference_willing");

    private final Scene scene;

    Results(Scene scene) {
        this.scene = scene;
    }

    void writeGoals(Journey journey, List<Stretch> deal, Chance chance) {
        if (journey.isNew() || chance.happens(0.25)) {
            return;
        }
        int first = chance.between(0, AIMS.size() - 1);
        int many = chance.between(1, 2);
        int start = journey.firstDay() - chance.between(50, 120);
        writePersonal(journey, start);
        for (int i = 0; i < many; i++) {
            var aim = AIMS.get((first + i) % AIMS.size());
            var id = "%s-g%d".formatted(journey.id(), i + 1);
            goal(journey, id, aim, ORGANISATIONAL, i == 0);
            for (int ago = start; ago >= journey.lastDay(); ago -= chance.between(95, 150)) {
                double mood = journey.mood(ago);
                double reached = Math.clamp(mood + 0.05 + chance.around(0, 0.08), 0, 1.05);
                int value = (int) Math.round(aim.baseline + reached * (aim.target - aim.baseline));
                long mrr = Deal.on(deal, ago).map(Stretch::mrr).orElse(0L);
                long benefit = Math.round(mrr * 12 * (0.6 + 4.4 * mood) / many / 3);
                measure(id, ago, value, benefit, chance.happens(0.85));
            }
        }
    }

    /// What the people there want for themselves, which is worth something to them and no money.
    private void writePersonal(Journey journey, int start) {
        var id = journey.id() + "-p1";
        goal(journey, id, SPARE_TIME, "personal", false);
        for (int ago = start; ago >= journey.lastDay(); ago -= HALF_A_YEAR) {
            scene.add(
                    Table.OUTCOME_MEASUREMENT,
                    "%s-%d".formatted(id, ago),
                    id,
                    Math.round(journey.mood(ago) * SPARE_TIME.target),
                    null,
                    null,
                    scene.day(ago),
                    "customer");
        }
    }

    private void goal(Journey journey, String id, Aim aim, String scope, boolean isPrimary) {
        scene.add(
                Table.OUTCOME_GOAL,
                id,
                journey.id(),
                scope,
                aim.name,
                aim.baseline,
                aim.target,
                aim.unit,
                1,
                scene.day(journey.joined() - 365),
                isPrimary);
    }

    void goal(Journey journey, String id, int place) {
        goal(journey, id, AIMS.get(place), ORGANISATIONAL, place == 0);
    }

    void measure(String goal, int ago, int value, long benefitCents, boolean isConfirmed) {
        scene.add(
                Table.OUTCOME_MEASUREMENT,
                "%s-%d".formatted(goal, ago),
                goal,
                value,
                Revenue.money(benefitCents),
                Revenue.CURRENCY,
                scene.day(ago),
                isConfirmed ? "customer" : "csm_estimate");
    }

    void writeAdvocacy(Journey journey, List<Contact> contacts, Chance chance) {
        for (int ago = journey.firstDay(); ago >= journey.lastDay(); ago--) {
            double perYear = 4.2 * Math.max(0, journey.mood(ago) - 0.35);
            if (!journey.isNew() && chance.happens(perYear / 365)) {
                act(journey, contacts.getFirst(), ago, chance.oneOf(ACTS));
            }
        }
        if (journey.fate() instanceof Fate.Storms(int since) && since > 12) {
            act(journey, contacts.get(1), since - 10, "public_review", "negative");
        }
    }

    void act(Journey journey, Contact who, int ago, String type) {
        act(journey, who, ago, type, "positive");
    }

    private void act(Journey journey, Contact who, int ago, String type, String polarity) {
        scene.add(
                Table.ADVOCACY_EVENT,
                "%s-a%d%s".formatted(journey.id(), ago, polarity.charAt(0)),
                journey.id(),
                who.id(),
                type,
                scene.calendar().at(ago, 13, 0),
                polarity);
    }
}
