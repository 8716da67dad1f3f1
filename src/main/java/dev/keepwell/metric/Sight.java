package dev.keepwell.metric;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.warehouse.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/// Gathers what is seen of each customer on each day.
///
/// Customer and day together go by a number, under which the relation `asked(id, day_number,
/// account_id)` beside the facts knows them too: queries leave out whom nobody asks about, and what
/// they say of the others finds its place without a search.
final class Sight {

    private final List<Seen> seen = new ArrayList<>();
    private final Map<LocalDate, List<Seen>> byDay = new HashMap<>();

    private Sight() {}

    /// Everybody who was a customer on one of the days, in the order of days and accounts.
    static Sight of(Facts facts, List<LocalDate> days) {
        facts.need(List.of("fact.customer_day"));
        facts.supply(Span.relation(days.stream().map(it -> Span.trailing(it, 1, it)).toList()));
        facts.derive(
                "asked",
                """
                select
                    cast(row_number() over (order by day_number, account_id) - 1 as integer) as id,
                    day_number,
                    account_id
                from (
                    select distinct customer_day.day_number, customer_day.account_id
                    from fact.customer_day
                    join period
                        on period.as_of_day = customer_day.day_number
                    where customer_day.bridge_known_day is null
                ) as customer
                """);
        var sight = new Sight();
        var accounts = new HashMap<String, AccountId>();
        facts.query(
                "select day_number, account_id from asked order by id",
                (row, place) -> {
                    var account = accounts.computeIfAbsent(row.getString(2), AccountId::new);
                    sight.add(LocalDate.ofEpochDay(row.getInt(1)), account);
                    return place;
                });
        return sight;
    }

    private void add(LocalDate day, AccountId account) {
        var it = new Seen(day, account, new ArrayList<>(), new TreeMap<>(), new TreeMap<>());
        seen.add(it);
        byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(it);
    }

    void observe(int asked, Observation observation) {
        seen.get(asked).observations().add(observation);
    }

    /// Says the same of every customer of the day of whom the metric has said nothing.
    void observeOthers(LocalDate day, Observation observation) {
        for (var it : byDay.getOrDefault(day, List.of())) {
            var said = it.observations();
            if (said.isEmpty() || !said.getLast().metric().equals(observation.metric())) {
                said.add(observation);
            }
        }
    }

    /// Says of every customer of the day whether it is one of those the condition holds for.
    void judge(LocalDate day, String condition, Set<String> holding) {
        for (var it : byDay.getOrDefault(day, List.of())) {
            it.conditions().put(condition, holding.contains(it.account().value()));
        }
    }

    /// Says what the customers of the day have, of whom anything is known.
    void tell(LocalDate day, String condition, Map<String, Trait> traits) {
        for (var it : byDay.getOrDefault(day, List.of())) {
            var trait = traits.get(it.account().value());
            if (trait != null) {
                it.traits().put(condition, trait);
            }
        }
    }

    List<Seen> seen() {
        return List.copyOf(seen);
    }
}
