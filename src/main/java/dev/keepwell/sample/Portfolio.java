package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.List;

/// Draws as many journeys as asked for, most of them calm.
final class Portfolio {

    private static final int LAST_TWO_YEARS = Calendar.DAYS_TOLD;

    private final long seed;
    private final Names names = new Names();

    Portfolio(long seed) {
        this.seed = seed;
    }

    List<Journey> draw(int many) {
        var journeys = new ArrayList<Journey>();
        var naming = Chance.of(seed, "names");
        for (int i = 1; i <= many; i++) {
            journeys.add(journey("a%03d".formatted(i), names.company(naming)));
        }
        return journeys;
    }

    private Journey journey(String id, String name) {
        var chance = Chance.of(seed, id + " journey");
        var segment = segment(chance);
        var fate = fate(chance);
        return new Journey(
                id,
                name,
                segment,
                segment.tier(chance),
                chance.oneOf(Setting.CSMS),
                joined(fate, chance),
                fate,
                vigour(fate, chance),
                segment.people(chance),
                chance.between(2, 364),
                List.of());
    }

    private static Segment segment(Chance chance) {
        double draw = chance.share();
        if (draw < 0.42) {
            return Segment.SMALL_BUSINESS;
        }
        return draw < 0.9 ? Segment.MID_MARKET : Segment.ENTERPRISE;
    }

    private static Fate fate(Chance chance) {
        double draw = chance.share();
        if (draw < 0.14) {
            return new Fate.Leaves(chance.between(20, 700), manner(chance));
        }
        if (draw < 0.30) {
            return new Fate.Grows();
        }
        if (draw < 0.37) {
            return new Fate.Fades(chance.between(25, 110));
        }
        if (draw < 0.40) {
            return new Fate.Storms(chance.between(20, 80));
        }
        if (draw < 0.42) {
            return new Fate.Orphaned(chance.between(8, 70));
        }
        if (draw < 0.46) {
            return new Fate.Shrinks(chance.between(15, 140));
        }
        if (draw < 0.48) {
            return pause(chance);
        }
        if (draw < 0.50) {
            int left = chance.between(260, 420);
            return new Fate.Returns(left, left - chance.between(60, 200));
        }
        return draw < 0.51 ? new Fate.Signs() : new Fate.Stays();
    }

    private static Fate pause(Chance chance) {
        int from = chance.between(95, 140);
        return new Fate.Pauses(from, from - chance.between(30, 80));
    }

    private static Fate.Manner manner(Chance chance) {
        double draw = chance.share();
        if (draw < 0.45) {
            return Fate.Manner.QUIET;
        }
        return draw < 0.75 ? Fate.Manner.LOUD : Fate.Manner.SUDDEN;
    }

    /// Half of the accounts are older than the two years that are told.
    private static int joined(Fate fate, Chance chance) {
        int old = chance.between(LAST_TWO_YEARS + 1, 1500);
        int recent = chance.between(24, LAST_TWO_YEARS);
        boolean isOld = chance.happens(0.5);
        return switch (fate) {
            case Fate.Signs() -> chance.between(2, 9);
            case Fate.Leaves(int ago, _) -> isOld ? old : ago + 365;
            case Fate.Returns(int left, _) -> isOld ? old : left + 365;
            case Fate.Stays(), Fate.Grows() -> isOld ? old : recent;
            case Fate.Shrinks _, Fate.Fades _, Fate.Storms _, Fate.Orphaned _, Fate.Pauses _ ->
                    isOld ? old : Math.max(recent, 200);
        };
    }

    private static double vigour(Fate fate, Chance chance) {
        boolean isWell =
                chance.happens(
                        fate instanceof Fate.Grows || fate instanceof Fate.Stays ? 0.85 : 0.6);
        double vigour = isWell ? chance.around(0.84, 0.06) : chance.around(0.58, 0.07);
        return Math.clamp(vigour, 0.3, 0.98);
    }
}
