package dev.keepwell.metric;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Observations.Seen;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// Gathers what is seen of each customer on each day; what concerns nobody's customer is dropped.
final class Sight {

    private final SortedMap<LocalDate, Map<String, Seen>> byDay = new TreeMap<>();

    Sight(List<LocalDate> days, SortedMap<LocalDate, List<String>> customers) {
        for (var day : days) {
            var accounts = new TreeMap<String, Seen>();
            for (var account : customers.getOrDefault(day, List.of())) {
                accounts.put(
                        account,
                        new Seen(day, new AccountId(account), new ArrayList<>(), new TreeMap<>()));
            }
            byDay.put(day, accounts);
        }
    }

    void observe(LocalDate day, String account, Observation observation) {
        var seen = byDay.getOrDefault(day, new HashMap<>()).get(account);
        if (seen != null) {
            seen.observations().add(observation);
        }
    }

    /// Says of every customer of the day whether it is one of those the condition holds for.
    void judge(LocalDate day, String condition, Set<String> holding) {
        byDay.getOrDefault(day, Map.of())
                .forEach((account, seen) ->
                        seen.conditions().put(condition, holding.contains(account)));
    }

    List<Seen> seen() {
        return byDay.values().stream().flatMap(it -> it.values().stream()).toList();
    }
}
