package dev.keepwell.health;

import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import dev.keepwell.warehouse.Scope;
import dev.keepwell.warehouse.Warehouse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;

/// Some accounts whose usage wanders, with a past that can still be told otherwise.
///
/// Everybody pays from long before; the first account leaves on the 20th of March.
final class GivenCompany implements Warehouse {

    static final LocalDate FIRST = LocalDate.of(2025, 3, 1);
    static final LocalDate TODAY = LocalDate.of(2025, 4, 20);
    static final int ACCOUNTS = 40;

    static final String MODEL =
            """
            model: busy
            groups:
              - group: usage
                weight: 1
                measures:
                  - {metric: usage_frequency, weight: 1, curve: [[0, 45], [30, 80]], says: Used.}
            caps:
              - {cap: no_usage, when: no_usage, at_most: red, says: Nobody came.}
            """;

    private final TreeMap<String, TreeSet<LocalDate>> used = new TreeMap<>();
    private final TreeMap<String, LocalDate> ends = new TreeMap<>();
    private LocalDate complete = TODAY;

    GivenCompany() {
        ends.put("a0", LocalDate.of(2025, 3, 20));
        var random = new Random(7);
        for (int i = 0; i < ACCOUNTS; i++) {
            double busy = random.nextDouble();
            for (int day = -40; day < 31; day++) {
                busy = Math.clamp(busy + random.nextGaussian() / 4, 0, 1);
                if (random.nextDouble() < busy) {
                    uses("a" + i, FIRST.plusDays(day));
                }
            }
        }
    }

    /// The feed of usage broke after that day.
    void isCompleteUntil(LocalDate day) {
        complete = day;
    }

    void uses(String account, LocalDate day) {
        used.computeIfAbsent(account, _ -> new TreeSet<>()).add(day);
    }

    void doesNotUse(String account, LocalDate from, LocalDate until) {
        used.getOrDefault(account, new TreeSet<>()).subSet(from, until).clear();
    }

    void leaves(String account, LocalDate day) {
        ends.put(account, day);
    }

    @Override
    public Facts open(Scope scope) {
        var feeds =
                List.of(new Feed("usage_event", complete), new Feed("subscription_segment", TODAY));
        return GivenFacts.open(feeds, scope.days(), tables());
    }

    private Map<String, String> tables() {
        var accounts = new StringBuilder("id | source_system | source_id | name\n");
        var segments =
                new StringBuilder(
                        "id | source_system | subscription_id | account_id | monthly_amount | ccy |"
                                + " kind | state | start_date | end_date\n");
        var usage = new StringBuilder("account_id | day_number | events\n");
        for (int i = 0; i < ACCOUNTS; i++) {
            var end = ends.get("a" + i);
            accounts.append("a%d | csv | A%d | Account %d\n".formatted(i, i, i));
            segments.append(
                    "g%d | csv | s%d | a%d | 100 | USD | recurring | active | 2024-01-01 | %s\n"
                            .formatted(i, i, i, end == null ? "" : end));
        }
        used.forEach((account, days) ->
                days.stream()
                        .filter(it -> !it.isAfter(complete))
                        .forEach(it -> usage.append("%s | %s | 1\n".formatted(account, it))));
        return tables(accounts, segments, usage);
    }

    /// The tables of a company that only pays and uses, with what the facts read beside them empty.
    static Map<String, String> tables(
            CharSequence accounts, CharSequence segments, CharSequence usage) {
        return Map.of(
                "customer.account", accounts.toString(),
                "customer.subscription_segment", segments.toString(),
                "customer.fx_rate", "ccy | rate_date | rate_to_reporting\n",
                "customer.contract", "id | account_id | start_date | end_date\n",
                "customer.invoice", "id | account_id | issued_on\n",
                "customer.invoice_payment", "id | invoice_id | paid_on\n",
                "customer.credit_note", "id | invoice_id | issued_on\n",
                "fact.account_day", usage.toString(),
                "fact.user_day", "account_id | user_id | day_number\n");
    }
}
