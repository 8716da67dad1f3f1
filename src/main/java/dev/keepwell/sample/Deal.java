package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What an account bought over time, as stretches of constant seats and price.
final class Deal {

    private static final double SEATS_PER_PERSON = 1.12;

    /// So many seats at so many cents, from one day up to another; the end of the last is [#OPEN].
    /// Paused stretches bring in nothing.
    record Stretch(int from, int to, int seats, long cents, boolean isPaused, String reason) {

        static final int OPEN = Integer.MIN_VALUE;

        boolean holds(int ago) {
            return ago <= from && ago > to;
        }

        long mrr() {
            return isPaused ? 0 : seats * cents;
        }
    }

    private record Turn(int ago, int seats, long cents, boolean isPaused, String reason) {}

    private final List<Turn> turns = new ArrayList<>();
    private int seats;
    private long cents;

    private Deal(int seats, long cents) {
        this.seats = seats;
        this.cents = cents;
    }

    /// Oldest stretch first.
    static List<Stretch> of(Journey journey, Chance chance) {
        int last = (int) Math.ceil(journey.people() * SEATS_PER_PERSON);
        var deal = new Deal(last, price(journey, chance));
        deal.begin(journey, chance);
        deal.grow(journey, chance);
        deal.turn(journey);
        return deal.stretches();
    }

    private static long price(Journey journey, Chance chance) {
        return journey.segment().seatPrice() * 100L - 50L * chance.between(0, 12);
    }

    private void begin(Journey journey, Chance chance) {
        seats =
                switch (journey.fate()) {
                    case Fate.Grows() -> Math.max(3, seats * 5 / 9);
                    case Fate.Shrinks _ -> seats * 4 / 3;
                    case Fate.Stays(),
                            Fate.Fades _,
                            Fate.Storms _,
                            Fate.Orphaned _,
                            Fate.Leaves _,
                            Fate.Returns _,
                            Fate.Pauses _,
                            Fate.Signs() ->
                            chance.happens(0.4) ? Math.max(3, seats * 4 / 5) : seats;
                };
        change(journey.joined(), seats, "new");
    }

    private void grow(Journey journey, Chance chance) {
        boolean grows = journey.fate() instanceof Fate.Grows;
        int step = grows ? chance.between(80, 110) : chance.between(260, 420);
        int until = Math.max(journey.lastDay() + 150, grows ? 12 : 20);
        for (int ago = Math.min(journey.joined(), 700) - step; ago > until; ago -= step) {
            if (!journey.isCustomer(ago)) {
                continue;
            }
            if (grows) {
                change(ago, seats + Math.max(1, seats / 9), "upsell");
            } else if (chance.happens(0.55)) {
                change(ago, seats + Math.max(1, seats / 6), "upsell");
            } else if (chance.happens(0.4)) {
                change(ago, Math.max(3, seats * 5 / 6), "fewer_seats");
            } else {
                cents = cents * 104 / 100;
                change(ago, seats, "price");
            }
        }
    }

    private void turn(Journey journey) {
        switch (journey.fate()) {
            case Fate.Shrinks(int ago) -> change(ago, Math.max(3, seats * 3 / 4), "fewer_seats");
            case Fate.Leaves(int ago, _) -> change(ago, 0, "churn");
            case Fate.Returns(int left, int back) -> {
                change(left, 0, "churn");
                change(back, Math.max(3, seats * 4 / 5), "return");
            }
            case Fate.Pauses(int from, int to) -> {
                turns.add(new Turn(from, seats, cents, true, "pause"));
                change(to, seats, "resume");
            }
            case Fate.Stays(),
                    Fate.Grows(),
                    Fate.Fades _,
                    Fate.Storms _,
                    Fate.Orphaned _,
                    Fate.Signs() -> {}
        }
    }

    private void change(int ago, int newSeats, String reason) {
        turns.add(new Turn(ago, newSeats, cents, false, reason));
        if (newSeats > 0) {
            seats = newSeats;
        }
    }

    private List<Stretch> stretches() {
        turns.sort(Comparator.comparingInt(Turn::ago).reversed());
        var stretches = new ArrayList<Stretch>();
        for (int i = 0; i < turns.size(); i++) {
            var it = turns.get(i);
            int to = i + 1 < turns.size() ? turns.get(i + 1).ago : Stretch.OPEN;
            if (it.seats > 0 && it.ago > to) {
                stretches.add(new Stretch(it.ago, to, it.seats, it.cents, it.isPaused, it.reason));
            }
        }
        return stretches;
    }

    /// The stretch in force on a day; none when the account paid nothing.
    static Optional<Stretch> on(List<Stretch> deal, int ago) {
        return deal.stream().filter(it -> it.holds(ago)).findFirst();
    }
}
