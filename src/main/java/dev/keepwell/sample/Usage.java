package dev.keepwell.sample;

import java.util.List;

/// Writes who used what on which day. The feed was connected fourteen months ago.
final class Usage {

    static final int FIRST_DAY = 425;

    private static final int RECENT = 60;
    private static final double WORKDAYS_IN_MONTH = 21;
    private static final double SECOND_FEATURE = 0.12;

    private final Scene scene;

    Usage(Scene scene) {
        this.scene = scene;
    }

    void write(Journey journey, List<User> users, Chance chance) {
        for (int ago = Math.min(FIRST_DAY, journey.joined()); ago >= 0; ago--) {
            if (!journey.isCustomer(ago)) {
                continue;
            }
            double mood = journey.mood(ago);
            double spread = spread(ago);
            double bustle = scene.calendar().bustle(ago);
            for (var user : users) {
                if (user.isLicensed(ago)
                        && user.rank() < share(mood) * spread
                        && chance.happens(bustle * days(mood, user) / WORKDAYS_IN_MONTH)) {
                    write(journey, user, ago, chance);
                }
            }
        }
    }

    /// The product spread among the people of its customers little by little.
    private static double spread(int ago) {
        return 1 - 0.88 * Math.max(0, ago - RECENT) / FIRST_DAY;
    }

    /// Which part of the people come at all.
    private static double share(double mood) {
        return 0.22 + 0.8 * mood;
    }

    /// On how many days of a month somebody comes.
    private static double days(double mood, User user) {
        return (1.5 + 9.5 * mood) * Math.clamp(user.zeal(), 0.4, 1.8);
    }

    private void write(Journey journey, User user, int ago, Chance chance) {
        var habits = user.habits();
        int place = chance.between(0, habits.size() - 1);
        write(journey.id(), user.id(), ago, habits.get(place), chance);
        if (chance.happens(SECOND_FEATURE)) {
            var second = habits.get((place + 1) % habits.size());
            write(journey.id(), user.id(), ago, second, chance);
        }
    }

    void write(String account, String user, int ago, String feature, Chance chance) {
        scene.add(
                Table.USAGE_DAILY,
                account,
                user,
                scene.day(ago),
                feature,
                chance.between(1, 12),
                chance.between(2, 45));
        scene.tally().uses(account, user, ago, feature);
    }
}
