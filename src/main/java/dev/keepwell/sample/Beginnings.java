package dev.keepwell.sample;

import java.util.List;

/// Writes how an account came to us and got going: who looks after it, what it may use, its
/// onboarding, and what its people learned.
final class Beginnings {

    private static final int HANDED_OVER_BEFORE = 500;

    private final Scene scene;

    Beginnings(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, Chance chance) {
        scene.tally().account();
        scene.add(
                Table.ACCOUNT,
                journey.id(),
                journey.name(),
                journey.segment().word(),
                journey.tier(),
                scene.day(journey.joined()),
                stage(journey),
                30,
                Revenue.CURRENCY);
        scene.add(
                Table.ACCOUNT_SEGMENT_HISTORY,
                journey.id(),
                scene.day(journey.joined()),
                null,
                journey.segment().word(),
                journey.tier());
        var channel = chance.oneOf(Setting.CHANNELS);
        scene.add(Table.ACQUISITION_CREDIT, journey.id(), channel, 1, scene.day(journey.joined()));
        assign(journey, chance);
        for (int i = 0; i < journey.segment().features(); i++) {
            scene.add(
                    Table.ENTITLEMENT,
                    journey.id(),
                    Features.id(i),
                    scene.day(journey.joined()),
                    null);
        }
    }

    private static String stage(Journey journey) {
        if (journey.fate() instanceof Fate.Leaves) {
            return "former";
        }
        return journey.joined() < 60 ? "onboarding" : "customer";
    }

    /// One account in eight was handed over once.
    private void assign(Journey journey, Chance chance) {
        int since = journey.joined();
        if (since > HANDED_OVER_BEFORE && chance.happens(0.125)) {
            int over = chance.between(60, 400);
            var before = chance.oneOf(Setting.CSMS);
            scene.add(
                    Table.CSM_ASSIGNMENT,
                    journey.id(),
                    "csm",
                    scene.day(since),
                    scene.day(over),
                    before);
            since = over;
        }
        scene.add(Table.CSM_ASSIGNMENT, journey.id(), "csm", scene.day(since), null, journey.csm());
    }

    void writeOnboarding(Journey journey, Chance chance) {
        int start = journey.joined() - (journey.isNew() ? 2 : chance.between(1, 7));
        if (journey.joined() > Calendar.DAYS_TOLD || start < 1) {
            return;
        }
        int takes = (int) (25 + 70 * (1 - journey.vigour()) + chance.between(0, 25));
        int end = start - takes;
        scene.add(
                Table.ONBOARDING,
                journey.id() + "-o",
                journey.id(),
                scene.day(start),
                end > 0 ? scene.day(end) : null);
        reach(journey, "kickoff", start);
        if (!journey.isNew()) {
            reach(journey, "first_value", start - takes / 2);
            reach(journey, "go_live", end);
            // Who feels well gets what the agreed goal promised, a while after going live.
            if (journey.mood(Math.max(end, 1)) > 0.6) {
                reach(journey, "value_realised", end - takes);
            }
        }
    }

    private void reach(Journey journey, String milestone, int ago) {
        if (ago > 0) {
            scene.add(Table.MILESTONE, journey.id(), milestone, scene.day(ago), "csm");
        }
    }

    /// Who is new takes the first course; some take another each year.
    void writeLearning(Journey journey, List<User> users, Chance chance) {
        for (var user : users) {
            int begun = user.from() - chance.between(2, 20);
            if (begun < Calendar.DAYS_TOLD && begun > 0) {
                learn(journey, user, 0, begun, chance);
            }
            int later = chance.between(10, 640);
            if (user.isLicensed(later) && chance.happens(0.35 * journey.mood(later))) {
                learn(journey, user, chance.between(1, Setting.COURSES.size() - 1), later, chance);
            }
        }
    }

    private void learn(Journey journey, User user, int course, int ago, Chance chance) {
        scene.add(Table.ENROLMENT, user.id(), Setting.course(course), scene.day(ago), 90);
        int done = ago - chance.between(0, 30);
        if (done > 0 && chance.happens(0.3 + 0.6 * journey.mood(ago))) {
            scene.add(
                    Table.LEARNING_RECORD,
                    "%s-l%d".formatted(user.id(), course),
                    user.id(),
                    journey.id(),
                    Setting.course(course),
                    "r1",
                    "completed",
                    true,
                    true,
                    60 * chance.between(12, 55),
                    scene.calendar().at(done, 15, 10));
        }
    }
}
