package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The twenty value features of the sample product: four that carry its promise, and sixteen that
/// plans add one after the other.
record Features(List<String> core, List<String> more) {

    static final int CORE = 4;
    static final int ALL = 20;

    /// The four weigh eighty percent, so that depth means using what the product is for.
    static final String CORE_WEIGHT = "0.2";

    static final String MORE_WEIGHT = "0.0125";

    static final List<String> NAMES =
            List.of(
                    "Plans",
                    "Boards",
                    "Reports",
                    "Approvals",
                    "Calendar",
                    "Templates",
                    "Comments",
                    "Alerts",
                    "Time sheets",
                    "Forms",
                    "Budgets",
                    "Dashboards",
                    "Roadmaps",
                    "Automations",
                    "Risk register",
                    "Client portal",
                    "Forecasts",
                    "Audit trail",
                    "API",
                    "Single sign-on");

    static String id(int place) {
        return NAMES.get(place).toLowerCase(Locale.ROOT).replace(' ', '_');
    }

    static boolean isCore(int place) {
        return place < CORE;
    }

    /// The features that an account has come to use: the core, and the better things go the more of
    /// what else it pays for.
    static Features of(Segment segment, Chance chance, double mood) {
        var core = new ArrayList<String>();
        var more = new ArrayList<String>();
        for (int i = 0; i < segment.features(); i++) {
            if (isCore(i)) {
                core.add(id(i));
            } else if (chance.happens(0.45 + 0.55 * mood)) {
                more.add(id(i));
            }
        }
        return new Features(core, more);
    }

    /// What a person uses by habit: most of the core, and something of the rest.
    List<String> habits(int place, Chance chance) {
        var habits = new ArrayList<>(core);
        if (chance.happens(0.45)) {
            habits.remove(chance.between(0, habits.size() - 1));
        }
        if (!more.isEmpty()) {
            habits.add(more.get(2 * place % more.size()));
            habits.add(more.get((2 * place + 1) % more.size()));
        }
        return habits.stream().distinct().toList();
    }
}
