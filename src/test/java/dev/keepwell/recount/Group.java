package dev.keepwell.recount;

import dev.keepwell.recount.Books.Belonging;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Some accounts, each for the days on which it belongs.
interface Group {

    /// Those that belong on some day.
    Collection<String> accounts();

    boolean holds(String account, LocalDate day);

    static Group always(Collection<String> accounts) {
        return new Group() {
            @Override
            public Collection<String> accounts() {
                return accounts;
            }

            @Override
            public boolean holds(String account, LocalDate day) {
                return true;
            }
        };
    }

    /// The groups that the belongings name.
    static Map<String, Group> of(List<Belonging> belongings) {
        return belongings.stream()
                .collect(
                        Collectors.groupingBy(
                                Belonging::group,
                                TreeMap::new,
                                Collectors.collectingAndThen(
                                        Collectors.toList(), Group::effective)));
    }

    private static Group effective(List<Belonging> belongings) {
        var byAccount = belongings.stream().collect(Collectors.groupingBy(Belonging::account));
        return new Group() {
            @Override
            public Collection<String> accounts() {
                return byAccount.keySet();
            }

            @Override
            public boolean holds(String account, LocalDate day) {
                return byAccount.getOrDefault(account, List.of()).stream()
                        .anyMatch(it -> it.holds(day));
            }
        };
    }
}
