package dev.keepwell.sample;

/// Tells one journey from its first day to its last, subject by subject.
final class Narrator {

    private final Scene scene;
    private final long seed;

    Narrator(Scene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
    }

    void tell(Journey journey) {
        var chance = Chance.of(seed, journey.id());
        var deal = Deal.of(journey, chance);
        var beginnings = new Beginnings(scene);
        beginnings.write(journey, chance);
        new Revenue(scene).write(journey, deal);
        new Contracts(scene).write(journey, deal);
        new Invoices(scene).write(journey, deal, chance);
        var users = new Users(scene).write(journey, deal, chance);
        new Usage(scene).write(journey, users, chance);
        beginnings.writeOnboarding(journey, chance);
        beginnings.writeLearning(journey, users, chance);
        if (journey.isNew()) {
            return;
        }
        var contacts = new People(scene).write(journey, users, chance);
        new Touches(scene).write(journey, contacts, chance);
        new Pulses(scene).write(journey, chance);
        new Pulses(scene).writeSentiments(journey, chance);
        new Support(scene).write(journey, contacts, users, chance);
        new Recommendations(scene).write(journey, contacts, chance);
        var results = new Results(scene);
        results.writeGoals(journey, deal, chance);
        results.writeAdvocacy(journey, contacts, chance);
    }
}
