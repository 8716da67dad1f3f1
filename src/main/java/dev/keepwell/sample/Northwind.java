package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Northwind Robotics, which stands at 69.3 today and stood at 74.6 thirty days ago, whatever day
/// today is. Nothing in its last two months is left to chance.
final class Northwind {

    static final String ID = "northwind";

    static final Journey JOURNEY =
            new Journey(
                    ID,
                    "Northwind Robotics",
                    Segment.ENTERPRISE,
                    null,
                    "ines.vidal",
                    682,
                    new Fate.Stays(),
                    0.7,
                    NorthwindUse.LICENSED,
                    48,
                    List.of());

    private static final int RENEWED = 317;
    private static final long SEAT = 992;
    private static final List<Stretch> DEAL =
            List.of(
                    new Stretch(682, RENEWED, 400, SEAT, false, "new"),
                    new Stretch(RENEWED, Stretch.OPEN, 625, SEAT, false, "upsell"));

    private final Scene scene;
    private final long seed;
    private final Chance chance;
    private final List<Contact> contacts = new ArrayList<>();

    Northwind(Scene scene, long seed) {
        this.scene = scene;
        this.seed = seed;
        this.chance = Chance.of(seed, ID);
    }

    void tell() {
        new Beginnings(scene).write(JOURNEY, chance);
        new Revenue(scene).write(JOURNEY, DEAL);
        new Contracts(scene).write(JOURNEY, DEAL);
        for (int ago = 680; ago > 20; ago -= 91) {
            long mrr = Deal.on(DEAL, ago).map(Stretch::mrr).orElse(0L);
            new Invoices(scene).write(JOURNEY, ago, 3 * mrr, 18);
        }
        users();
        new NorthwindUse(scene, seed).write();
        new Beginnings(scene).writeOnboarding(JOURNEY, chance);
        contacts();
        touches();
        voices();
        results();
    }

    private void users() {
        for (int i = 0; i < NorthwindUse.LICENSED + NorthwindUse.GUESTS; i++) {
            boolean isGuest = i >= NorthwindUse.LICENSED;
            int from = i < 300 ? JOURNEY.joined() : RENEWED - 1;
            scene.add(Table.APP_USER, NorthwindUse.user(i), "customer");
            scene.add(
                    Table.USER_ACCOUNT,
                    NorthwindUse.user(i),
                    ID,
                    scene.day(from),
                    null,
                    isGuest ? "guest" : "member",
                    isGuest ? null : "full");
        }
    }

    /// The vice president has never been met, and no department but three.
    private void contacts() {
        var levels =
                List.of(
                        "c_level",
                        "director",
                        "user",
                        "vp",
                        "manager",
                        "user",
                        "manager",
                        "user",
                        "manager",
                        "user");
        var departments = List.of("Operations", "Engineering", "Finance", "IT");
        for (int i = 0; i < levels.size(); i++) {
            var id = "%s-p%d".formatted(ID, i + 1);
            var department = departments.get(i % departments.size());
            var it = new Contact(id, levels.get(i), department, 640, Contact.STILL_THERE, i == 0);
            contacts.add(it);
            write(it);
        }
    }

    private void write(Contact it) {
        var first = Names.first(chance);
        var last = Names.last(chance);
        scene.add(
                Table.CONTACT,
                it.id(),
                ID,
                null,
                first + " " + last,
                "%s.%s@northwind.example".formatted(first, last).toLowerCase(Locale.ROOT),
                it.seniority(),
                it.department(),
                it.sponsor() ? "exec_sponsor" : null,
                it.sponsor(),
                it.sponsor() ? "supporter" : "neutral",
                scene.day(it.from()),
                null);
    }

    /// Three conversations in each of the last two months, the sponsor's 27 days before its end; of
    /// the sponsor's four meetings in half a year it came to three.
    private void touches() {
        var touches = new Touches(scene);
        var sponsor = contacts.getFirst();
        var director = contacts.get(1);
        var user = contacts.get(2);
        touches.speak(JOURNEY, director, 22, "meeting", true);
        touches.speak(JOURNEY, sponsor, 27, "phone", true);
        touches.speak(JOURNEY, user, 29, "meeting", true);
        touches.speak(JOURNEY, sponsor, 57, "phone", true);
        touches.speak(JOURNEY, director, 58, "meeting", true);
        touches.speak(JOURNEY, user, 59, "meeting", true);
        for (int ago : List.of(75, 130, 150, 246, 331, 421)) {
            touches.speak(JOURNEY, sponsor, ago, "meeting", true);
        }
        touches.speak(JOURNEY, sponsor, 105, "meeting", false);
        for (int ago = 90; ago < 620; ago += 31) {
            touches.speak(JOURNEY, director, ago, "meeting", true);
            touches.speak(JOURNEY, user, ago + 8, "phone", true);
        }
    }

    private void voices() {
        var pulses = new Pulses(scene);
        List.of(400, 330, 250, 170, 110).forEach(ago -> pulses.set(JOURNEY, ago, "green"));
        List.of(76, 45, 12).forEach(ago -> pulses.set(JOURNEY, ago, "yellow"));
        List.of(12, 40, 55, 70, 100, 115, 160, 220).forEach(ago -> pulses.sound(JOURNEY, ago, 0.8));
        var recommendations = new Recommendations(scene);
        for (int ago : List.of(262, 80)) {
            for (var it : contacts) {
                var send = recommendations.ask(it, ago, true);
                recommendations.answer(JOURNEY, it, send, ago - 1, it.sponsor() ? 10 : 9);
            }
        }
        // One of ten changed his mind.
        var sceptic = contacts.get(5);
        var again = recommendations.ask(sceptic, 11, true);
        recommendations.answer(JOURNEY, sceptic, again, 10, 5);
        support();
    }

    private void support() {
        var support = new Support(scene);
        for (int i = 0; i < 10; i++) {
            int rated = 32 + 6 * i;
            var who = contacts.get(2 + i % 7);
            var ticket = support.ask(JOURNEY, who, rated + 3, "normal", chance);
            support.rated(JOURNEY, who, ticket, rated, i == 4 ? 2 : 5);
        }
        for (int ago : List.of(8, 19, 125, 180, 260, 350)) {
            support.ask(JOURNEY, contacts.get(4), ago, "normal", chance);
        }
    }

    private void results() {
        var results = new Results(scene);
        results.goal(JOURNEY, ID + "-g1", 0);
        results.measure(ID + "-g1", 140, 36, 6_000_000, true);
        results.measure(ID + "-g1", 75, 24, 5_740_000, true);
        results.goal(JOURNEY, ID + "-g2", 3);
        results.measure(ID + "-g2", 140, 16, 2_000_000, true);
        results.measure(ID + "-g2", 75, 21, 3_000_000, true);
        results.act(JOURNEY, contacts.getFirst(), 120, "reference_call");
        results.act(JOURNEY, contacts.getFirst(), 200, "advisory_board");
        // Worth two points a month ago, and a year old since.
        results.act(JOURNEY, contacts.get(1), 380, "public_review");
    }
}
