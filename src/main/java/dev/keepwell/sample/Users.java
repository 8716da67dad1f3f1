package dev.keepwell.sample;

import dev.keepwell.sample.Deal.Stretch;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Writes who uses the product at an account: one licence for each person, as long as there are
/// seats for them.
final class Users {

    private static final double PEOPLE_PER_SEAT = 0.9;

    private final Scene scene;

    Users(Scene scene) {
        this.scene = scene;
    }

    List<User> write(Journey journey, List<Stretch> deal, Chance chance) {
        var users = new ArrayList<User>();
        if (journey.isNew()) {
            return users;
        }
        int most = deal.stream().mapToInt(Users::people).max().orElse(0);
        var features = Features.of(journey.segment(), chance, journey.mood(1));
        for (int i = 0; i < most; i++) {
            int place = i;
            var had = deal.stream().filter(it -> people(it) > place).toList();
            var id =
                    i < journey.firstNames().size()
                            ? firstName(journey, i)
                            : "%s-u%d".formatted(journey.id(), i + 1);
            var user =
                    new User(
                            id,
                            had.getFirst().from(),
                            had.getLast().to(),
                            (i + 0.5) / most,
                            chance.around(1, 0.3),
                            features.habits(i, chance));
            users.add(user);
            write(journey, user, i);
        }
        return users;
    }

    private static String firstName(Journey journey, int place) {
        return journey.firstNames().get(place).toLowerCase(Locale.ROOT);
    }

    private static int people(Stretch it) {
        return (int) Math.floor(it.seats() * PEOPLE_PER_SEAT);
    }

    private void write(Journey journey, User it, int place) {
        scene.add(Table.APP_USER, it.id(), "customer");
        scene.add(
                Table.USER_ACCOUNT,
                it.id(),
                journey.id(),
                scene.day(it.from()),
                it.to() == Stretch.OPEN ? null : scene.day(it.to()),
                place == 0 ? "admin" : "member",
                "full");
    }
}
