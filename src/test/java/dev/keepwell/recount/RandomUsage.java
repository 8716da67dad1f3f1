package dev.keepwell.recount;

import dev.keepwell.recount.Books.Event;
import dev.keepwell.recount.Books.Meaning;
import dev.keepwell.recount.Books.Seat;
import dev.keepwell.recount.Books.Seats;
import dev.keepwell.recount.Books.User;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The people of a random company, what they may use and when they did: around midnights, around
/// changes of clocks, and at the edges of a month.
final class RandomUsage {

    static final LocalDate FIRST = LocalDate.of(2025, 1, 20);
    static final LocalDate LAST = LocalDate.of(2025, 6, 20);
    private static final int PEOPLE = 7;

    private final String name;
    private final Books books;
    private final Dice dice;

    RandomUsage(String name, Books books, Dice dice) {
        this.name = name;
        this.books = books;
        this.dice = dice;
    }

    void draw(List<String> accounts) {
        var people = new ArrayList<String>();
        for (int i = 1; i <= PEOPLE; i++) {
            people.add(user(i));
        }
        // Nobody has told who this is; somebody it is.
        people.add(name + "stranger");
        for (var it : people) {
            for (int i = dice.oneOf(1, 1, 2); i > 0; i--) {
                serve(it, dice.oneOf(accounts));
            }
        }
        accounts.forEach(this::seats);
    }

    private String user(int number) {
        var id = name + "u" + number;
        @Nullable String into = number > 1 && dice.oneIn(4) ? name + "u" + (number - 1) : null;
        var kind = dice.oneOf("customer", "customer", "customer", "customer", "customer", other());
        books.users.add(new User(id, kind, into));
        return id;
    }

    private String other() {
        return dice.oneOf("staff", "bot", "test", "service");
    }

    private void serve(String user, String account) {
        var licence = dice.oneOf("full", "full", "viewer", "");
        var from = dice.day(FIRST.minusDays(60), FIRST.plusDays(60));
        @Nullable LocalDate to = dice.oneIn(3) ? from.plusDays(dice.between(1, 120)) : null;
        var isThere =
                books.licences.stream()
                        .anyMatch(it -> it.user().equals(user) && it.account().equals(account));
        if (!isThere && !user.endsWith("stranger")) {
            books.licences.add(
                    new Seat(user, account, licence.isEmpty() ? null : licence, from, to));
        }
        var day = dice.day(FIRST, FIRST.plusDays(40));
        while (day.isBefore(LAST)) {
            use(user, account, day);
            day = day.plusDays(dice.oneOf(0, 1, 1, 2, 5, 28, 29, 30, 31));
            if (dice.oneIn(25)) {
                break;
            }
        }
    }

    private void use(String user, String account, LocalDate day) {
        var hour = dice.oneOf(0, 3, 4, 5, 8, 10, 14, 15, 21, 22, 23);
        Instant at =
                day.atTime(hour, dice.between(0, 59), dice.between(0, 59))
                        .toInstant(ZoneOffset.UTC);
        var id = "e%s-%d".formatted(name, books.events.size());
        var event = dice.oneOf("opened", "edited", "synced", "mailed");
        var where = dice.oneIn(40) ? name + "nobody" : account;
        books.events.add(new Event(id, where, user, event, at, dice.oneIn(15) ? 0 : 1));
    }

    private void seats(String account) {
        for (var licence : List.of("full", "viewer")) {
            var day = dice.day(FIRST.minusDays(60), FIRST.plusDays(60));
            for (int i = dice.between(0, 2); i > 0; i--) {
                var end = day.plusDays(dice.between(10, 90));
                @Nullable Integer seats = dice.oneIn(12) ? null : dice.oneOf(0, 1, 2, 3, 5, 8);
                @Nullable LocalDate to = i == 1 && dice.oneIn(2) ? null : end;
                books.seats.add(new Seats(account, licence, seats, day, to));
                day = dice.oneIn(4) ? end.plusDays(dice.between(1, 20)) : end;
            }
        }
    }

    /// What events mean, for all companies: mail is passive always, and syncing from some day on.
    static List<Meaning> meanings(Dice dice) {
        var change = dice.day(FIRST, LAST);
        return List.of(
                new Meaning("opened", true, LocalDate.EPOCH, null),
                new Meaning("mailed", false, LocalDate.EPOCH, null),
                new Meaning("synced", true, LocalDate.EPOCH, change),
                new Meaning("synced", false, change, null));
    }
}
