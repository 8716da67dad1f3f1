package dev.keepwell.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Writes the people whom we know at an account.
final class People {

    private static final List<String> DEPARTMENTS =
            List.of("Operations", "Finance", "Engineering", "Marketing", "People", "Sales");

    /// The order in which we get to know a company: whoever signs, whoever runs it, whoever uses
    /// it, and from there.
    private static final List<String> LEVELS =
            List.of("c_level", "director", "user", "vp", "manager", "user", "manager", "director");

    private final Scene scene;

    People(Scene scene) {
        this.scene = scene;
    }

    List<Contact> write(Journey journey, List<User> users, Chance chance) {
        int many =
                switch (journey.segment()) {
                    case SMALL_BUSINESS -> chance.between(3, 4);
                    case MID_MARKET -> chance.between(4, 5);
                    case ENTERPRISE -> chance.between(6, 8);
                };
        var contacts = new ArrayList<Contact>();
        int first = chance.between(0, DEPARTMENTS.size() - 1);
        for (int i = 0; i < many; i++) {
            var department = DEPARTMENTS.get((first + i) % DEPARTMENTS.size());
            int from = i < 3 ? journey.joined() : met(journey, chance);
            var id = "%s-p%d".formatted(journey.id(), i + 1);
            var contact =
                    new Contact(id, LEVELS.get(i), department, from, leaves(journey, i), i == 0);
            write(journey, contact, i, login(users, i), chance);
            contacts.add(contact);
        }
        return contacts;
    }

    private static int met(Journey journey, Chance chance) {
        return Math.max(1, journey.joined() - chance.between(20, 300));
    }

    private static int leaves(Journey journey, int place) {
        return journey.fate() instanceof Fate.Orphaned(int ago) && place == 0
                ? ago
                : Contact.STILL_THERE;
    }

    /// The champion and the admin use the product themselves; the sponsor has people for that.
    private static @Nullable String login(List<User> users, int place) {
        return place > 0 && place <= Math.min(2, users.size()) ? users.get(place - 1).id() : null;
    }

    private void write(
            Journey journey, Contact it, int place, @Nullable String login, Chance chance) {
        var firstName =
                place < journey.firstNames().size()
                        ? journey.firstNames().get(place)
                        : Names.first(chance);
        var lastName = Names.last(chance);
        scene.add(
                Table.CONTACT,
                it.id(),
                journey.id(),
                login,
                firstName + " " + lastName,
                mail(firstName, lastName, journey),
                it.seniority(),
                it.department(),
                roles(place),
                it.sponsor(),
                stance(journey.mood(1), chance),
                scene.day(it.from()),
                it.to() == Contact.STILL_THERE ? null : scene.day(it.to()));
    }

    private static String mail(String first, String last, Journey journey) {
        return "%s.%s@%s.example".formatted(first, last, journey.id()).toLowerCase(Locale.ROOT);
    }

    private static @Nullable String roles(int place) {
        return switch (place) {
            case 0 -> "exec_sponsor;economic_buyer";
            case 1 -> "champion";
            case 2 -> "admin;user";
            default -> null;
        };
    }

    private static String stance(double mood, Chance chance) {
        double seen = mood + chance.around(0, 0.1);
        if (seen > 0.82) {
            return "champion";
        }
        if (seen > 0.58) {
            return "supporter";
        }
        return seen > 0.35 ? "neutral" : "sceptic";
    }
}
