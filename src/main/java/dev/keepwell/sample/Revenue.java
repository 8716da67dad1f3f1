package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.math.BigDecimal;
import java.util.List;

/// Writes what an account pays: its subscription, and the seats that came with it.
final class Revenue {

    static final String CURRENCY = "EUR";

    private final Scene scene;

    Revenue(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, List<Stretch> deal) {
        var subscription = journey.id() + "-sub";
        long before = 0;
        for (int i = 0; i < deal.size(); i++) {
            var it = deal.get(i);
            boolean isLast = i == deal.size() - 1;
            boolean goesOn = !isLast && deal.get(i + 1).from() == it.to();
            var ends = it.to() == Stretch.OPEN ? null : scene.day(it.to());
            scene.add(
                    Table.SUBSCRIPTION_SEGMENT,
                    subscription + "-" + (i + 1),
                    subscription,
                    journey.id(),
                    journey.segment().plan(),
                    it.seats(),
                    money(it.cents()),
                    CURRENCY,
                    "month",
                    scene.day(it.from()),
                    ends,
                    it.isPaused() ? "paused" : "active",
                    it.reason(),
                    ends == null ? null : goesOn ? deal.get(i + 1).reason() : "churn");
            seats(journey, it);
            scene.tally().pays(journey.id(), it.from(), it.to(), it.mrr());
            move(it.from(), kind(it, i), it.mrr() - before);
            before = it.mrr();
            if (it.to() != Stretch.OPEN && !goesOn) {
                move(it.to(), "churn", before);
                before = 0;
            }
        }
        events(journey, subscription);
    }

    /// Nobody who signed last week has been given a seat yet.
    private void seats(Journey journey, Stretch it) {
        if (!journey.isNew()) {
            var ends = it.to() == Stretch.OPEN ? null : scene.day(it.to());
            scene.add(
                    Table.SEAT_ENTITLEMENT,
                    journey.id(),
                    "full",
                    scene.day(it.from()),
                    ends,
                    it.seats());
        }
    }

    private static String kind(Stretch it, int place) {
        if (place == 0) {
            return "new";
        }
        return it.reason().equals("return") ? "reactivation" : "";
    }

    private void move(int ago, String kind, long cents) {
        var named = !kind.isEmpty() ? kind : cents > 0 ? "expansion" : "contraction";
        if (cents != 0) {
            scene.tally().moves(new Tally.Move(ago, named, Math.abs(cents)));
        }
    }

    private void events(Journey journey, String subscription) {
        switch (journey.fate()) {
            case Fate.Leaves(int ago, Fate.Manner manner) -> {
                if (manner == Fate.Manner.LOUD) {
                    event(subscription, "cancel_requested", ago + 35);
                }
            }
            case Fate.Returns(_, int back) -> event(subscription, "reactivated", back);
            case Fate.Pauses(int from, int to) -> {
                event(subscription, "paused", from);
                event(subscription, "resumed", to);
            }
            case Fate.Storms(int since) -> {
                if (since > 50) {
                    event(subscription, "cancel_requested", 9);
                }
            }
            case Fate.Stays(),
                    Fate.Grows(),
                    Fate.Shrinks _,
                    Fate.Fades _,
                    Fate.Orphaned _,
                    Fate.Signs() -> {}
        }
    }

    private void event(String subscription, String type, int ago) {
        scene.add(
                Table.SUBSCRIPTION_EVENT,
                subscription + "-" + type,
                subscription,
                type,
                scene.day(ago));
    }

    static BigDecimal money(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }
}
