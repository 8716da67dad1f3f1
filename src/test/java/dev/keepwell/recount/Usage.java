package dev.keepwell.recount;

import dev.keepwell.recount.Books.Event;
import dev.keepwell.recount.Books.Seat;
import dev.keepwell.recount.Books.Seats;
import dev.keepwell.recount.Books.User;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Who used the product on which day, and what follows from it.
final class Usage {

    static final int MONTH_DAYS = 30;
    static final int YOUNG_DAYS_MIN = 7;

    private final Map<String, User> users;
    private final Map<String, Map<LocalDate, Set<String>>> active = new HashMap<>();
    private final Map<String, List<Seat>> licences;
    private final Map<String, List<Seats>> seats;
    private final Map<String, Diary> diaries;
    private @Nullable LocalDate began;

    Usage(Books books, ZoneId zone, Map<String, Diary> diaries) {
        this.diaries = diaries;
        users = books.users.stream().collect(Collectors.toMap(User::id, it -> it));
        licences = books.licences.stream().collect(Collectors.groupingBy(Seat::account));
        seats = books.seats.stream().collect(Collectors.groupingBy(Seats::account));
        var accounts = books.accounts.stream().map(Books.Account::id).collect(Collectors.toSet());
        for (var event : books.events) {
            var day = event.at().atZone(zone).toLocalDate();
            if (accounts.contains(event.account())
                    && event.count() > 0
                    && isCustomer(event.user())
                    && qualifies(books, event, day)) {
                active.computeIfAbsent(event.account(), _ -> new HashMap<>())
                        .computeIfAbsent(day, _ -> new HashSet<>())
                        .add(person(event.user()));
                began = began == null || day.isBefore(began) ? day : began;
            }
        }
    }

    /// An event that the map does not know qualifies.
    private static boolean qualifies(Books books, Event event, LocalDate day) {
        return books.meanings.stream()
                .filter(it -> it.event().equals(event.name()))
                .filter(it -> Books.holds(it.from(), it.to(), day))
                .allMatch(Books.Meaning::qualifies);
    }

    /// Whoever was merged into another is that other, however many steps it took.
    private String person(String id) {
        var user = users.get(id);
        return user == null || user.mergedInto() == null ? id : person(user.mergedInto());
    }

    private boolean isCustomer(String id) {
        var user = users.get(person(id));
        return user == null || user.kind().equals("customer");
    }

    Answer dau(Group group, LocalDate day) {
        return isBeforeTheFeed(day)
                ? Answer.NO_DATA
                : Answer.of(people(members(group, day), day, 1).size());
    }

    /// Different people, so that one who serves two accounts of the group is one.
    Answer mau(Group group, LocalDate day) {
        return isBeforeTheFeed(day)
                ? Answer.NO_DATA
                : Answer.of(people(members(group, day), day, MONTH_DAYS).size());
    }

    Answer dauMauOfAccount(String account, LocalDate day) {
        var firstPaid = diaries.get(account).firstPaid();
        var days = MONTH_DAYS;
        if (firstPaid != null && !firstPaid.isAfter(day)) {
            var lived = (int) ChronoUnit.DAYS.between(firstPaid, day) + 1;
            days = Math.clamp(lived, YOUNG_DAYS_MIN, MONTH_DAYS);
        }
        return dauMau(List.of(account), day, days);
    }

    Answer dauMauOfGroup(Group group, LocalDate day) {
        return dauMau(members(group, day), day, MONTH_DAYS);
    }

    private Answer dauMau(Collection<String> accounts, LocalDate day, int days) {
        if (isBeforeTheFeed(day)) {
            return Answer.NO_DATA;
        }
        long visits = 0;
        for (int back = 0; back < days; back++) {
            visits += people(accounts, day.minusDays(back), 1).size();
        }
        return Answer.quotient(visits, (long) people(accounts, day, days).size() * days);
    }

    /// Licensed people who were active in the month, over the seats of the day: type by type, then
    /// added up. Types without a limit stay out, and so do accounts without seats.
    Answer utilisation(Group group, LocalDate day) {
        if (isBeforeTheFeed(day)) {
            return Answer.NO_DATA;
        }
        long used = 0;
        long bought = 0;
        for (var account : members(group, day)) {
            var count = limited(account, day);
            if (count > 0) {
                bought += count;
                used += licensedAndActive(account, day);
            }
        }
        return Answer.of(used, bought);
    }

    /// Where nothing that was bought has a limit, the question does not arise.
    Answer utilisationOfAccount(String account, LocalDate day) {
        var isUnlimited = bought(account, day).anyMatch(it -> it.seats() == null);
        return !isBeforeTheFeed(day) && isUnlimited && limited(account, day) == 0
                ? Answer.NOT_APPLICABLE
                : utilisation(Group.always(List.of(account)), day);
    }

    private long limited(String account, LocalDate day) {
        return bought(account, day)
                .map(Seats::seats)
                .filter(Objects::nonNull)
                .mapToLong(Integer::longValue)
                .sum();
    }

    private Stream<Seats> bought(String account, LocalDate day) {
        return seats.getOrDefault(account, List.of()).stream()
                .filter(it -> Books.holds(it.from(), it.to(), day));
    }

    private long licensedAndActive(String account, LocalDate day) {
        var active = people(List.of(account), day, MONTH_DAYS);
        var unlimited =
                bought(account, day)
                        .filter(it -> it.seats() == null)
                        .map(Seats::licence)
                        .collect(Collectors.toSet());
        return licences.getOrDefault(account, List.of()).stream()
                .filter(it -> it.licence() != null && !unlimited.contains(it.licence()))
                .filter(it -> Books.holds(it.from(), it.to(), day))
                .map(it -> person(it.user()) + " " + it.licence())
                .distinct()
                .filter(it -> active.contains(it.substring(0, it.indexOf(' '))))
                .count();
    }

    private Set<String> people(Collection<String> accounts, LocalDate last, int days) {
        var people = new HashSet<String>();
        for (var account : accounts) {
            var byDay = active.getOrDefault(account, Map.of());
            for (int back = 0; back < days; back++) {
                people.addAll(byDay.getOrDefault(last.minusDays(back), Set.of()));
            }
        }
        return people;
    }

    private static List<String> members(Group group, LocalDate day) {
        return group.accounts().stream().filter(it -> group.holds(it, day)).toList();
    }

    private boolean isBeforeTheFeed(LocalDate day) {
        return began == null || day.isBefore(began);
    }
}
