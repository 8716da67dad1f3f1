package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.List;

/// Who uses what at Northwind Robotics, on days chosen so that four measures come out to the point.
///
/// Each of the last two months has 500 people: so many with a licence, the others guests. 375 of
/// them use all four core features on two days, which makes stickiness 60. The other licensed
/// people use no feature twice, and nobody uses a lesser feature twice.
final class NorthwindUse {

    static final int LICENSED = 500;
    static final int GUESTS = 69;

    private static final int DEEP = 375;
    private static final int ACTIVE = 500;
    private static final int DAYS = 30;
    private static final int OFTEN = 16;
    private static final int BEFORE_THE_MONTHS = 60;
    private static final int MOST_OF_SHALLOW = 3;

    /// So many people with a licence come, on so many days in all, and use so many lesser features.
    private record Month(int newest, int licensed, int userDays, int lesser) {}

    /// A month ago, and now: fewer come, less often, for less.
    private static final List<Month> MONTHS =
            List.of(new Month(30, 476, 4689, 11), new Month(0, 431, 2979, 7));

    private final Scene scene;
    private final Usage usage;
    private final Chance chance;

    NorthwindUse(Scene scene, long seed) {
        this.scene = scene;
        this.usage = new Usage(scene);
        this.chance = Chance.of(seed, Northwind.ID + " use");
    }

    static String user(int place) {
        return Northwind.ID + "-u" + (place + 1);
    }

    void write() {
        for (int ago = Usage.FIRST_DAY; ago >= BEFORE_THE_MONTHS; ago--) {
            earlier(ago);
        }
        MONTHS.forEach(this::write);
    }

    /// One feature a day, by ever more people.
    private void earlier(int ago) {
        int people = Math.min(LICENSED - 20, LICENSED - ago + 100);
        double share = 0.12 * scene.calendar().bustle(ago);
        for (int i = 0; i < people; i++) {
            if (chance.happens(share)) {
                use(i, ago, Features.id(chance.between(0, 14)));
            }
        }
    }

    private void write(Month month) {
        var days = daysOf(month);
        for (int i = 0; i < ACTIVE; i++) {
            var chosen = chosen(month, days[i]);
            if (i < DEEP) {
                deep(i, chosen, month.lesser);
            } else if (i < month.licensed) {
                shallow(i, chosen);
            } else {
                int guest = LICENSED + i - month.licensed;
                chosen.forEach(ago -> use(guest, ago, Features.id(chance.between(0, 3))));
            }
        }
    }

    /// On how many days each of the people comes; together exactly as many as the month has.
    private int[] daysOf(Month month) {
        var days = new int[ACTIVE];
        int left = month.userDays;
        for (int i = 0; i < ACTIVE; i++) {
            days[i] = i < DEEP ? 2 : chance.between(1, MOST_OF_SHALLOW);
            left -= days[i];
        }
        while (left > 0) {
            int i = chance.between(0, DEEP - 1);
            // Those who come often come more often still.
            if (days[i] < OFTEN && chance.happens(0.3 + 0.7 * i / DEEP)) {
                days[i]++;
                left--;
            }
        }
        return days;
    }

    /// Workdays first; weekends only for those who come nearly daily.
    private List<Integer> chosen(Month month, int many) {
        var work = new ArrayList<Integer>();
        var rest = new ArrayList<Integer>();
        for (int i = 0; i < DAYS; i++) {
            int ago = month.newest + i;
            var days = scene.calendar().isWorkday(ago) ? work : rest;
            days.add(chance.between(0, days.size()), ago);
        }
        work.addAll(rest);
        return work.subList(0, many);
    }

    private void deep(int person, List<Integer> days, int lesser) {
        for (int i = 0; i < days.size(); i++) {
            int ago = days.get(i);
            if (i < 2) {
                for (int feature = 0; feature < Features.CORE; feature++) {
                    use(person, ago, Features.id(feature));
                }
            } else {
                use(person, ago, Features.id(chance.between(0, Features.CORE - 1)));
            }
        }
        use(person, days.getFirst(), Features.id(Features.CORE + person % lesser));
    }

    private void shallow(int person, List<Integer> days) {
        for (int i = 0; i < days.size(); i++) {
            use(person, days.get(i), Features.id(i));
        }
    }

    private void use(int person, int ago, String feature) {
        usage.write(Northwind.ID, user(person), ago, feature, chance);
    }
}
