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

    /// What one person wants for herself: a certificate by so many exercises.
    private static final Aim CERTIFICATE =
            new Aim("Becomes a certified planner", 0, 10, "exercises passed");

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
        for (int i = 0; i < many; i++) {
            var aim = AIMS.get((first + i) % AIMS.size());
            var id = "%s-g%d".formatted(journey.id(), i + 1);
            goal(journey, id, aim, i == 0);
            for (int ago = start; ago >= journey.lastDay(); ago -= chance.between(95, 150)) {
                double mood = journey.mood(ago);
                double reached = Math.clamp(mood + 0.05 + chance.around(0, 0.08), 0, 1.05);
                int value = (int) Math.round(aim.baseline + reached * (aim.target - aim.baseline));
                long mrr = Deal.on(deal, ago).map(Stretch::mrr).orElse(0L);
                long benefit = Math.round(mrr * 12 * (0.6 + 4.4 * mood) / many / 3);
                measure(id, ago, value, benefit, chance.happens(0.85));
            }
        }
        if (first == 0) {
            writePersonal(journey, start);
        }
    }

    private void writePersonal(Journey journey, int start) {
        var id = journey.id() + "-p1";
        goal(journey, "personal", id, CERTIFICATE, false);
        int ago = Math.max(journey.lastDay(), start - 60);
        int passed = (int) Math.min(10, Math.round(12 * journey.mood(ago)));
        measure(id, ago, passed, 0, true);
    }

    private void goal(Journey journey, String id, Aim aim, boolean isPrimary) {
        goal(journey, "organisational", id, aim, isPrimary);
    }

    private void goal(Journey journey, String scope, String id, Aim aim, boolean isPrimary) {
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
        goal(journey, id, AIMS.get(place), place == 0);
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
