package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.workspace.Conventions;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// Whose an event is, and on which day it counts.
class EventFactsTest {

    private static final String EVENTS =
            "type | source_system | user_ref | anonymous_ref | account_ref | event_name |"
                    + " occurred_at\n";
    private static final String CALLS =
            "source_system | message_id | user_ref | anonymous_ref | account_ref | occurred_at\n";
    private static final String LINKS =
            "source_system | message_id | anonymous_ref | user_ref | occurred_at\n";
    private static final String ACCOUNTS =
            """
            id    | source_system | source_id
            acorn | crm           | A1
            bay   | crm           | B2
            own   | sdk           | B2
            cove  | sdk           | C3
            two   | crm           | D4
            too   | billing       | D4
            mine  | sdk           | D4
            elm   | crm           | E5
            oak   | billing       | E5
            """;

    private final Map<String, String> given = new HashMap<>();
    private Conventions conventions = Conventions.DEFAULT;

    @Test
    void an_account_is_named_outright_or_known_elsewhere_or_made_by_a_group_call() {
        events(
                """
                track | sdk | u1 | | ext:billing/D4 | open | 2025-03-03 09:00:00
                track | sdk | u2 | | A1             | open | 2025-03-03 09:00:00
                track | sdk | u3 | | B2             | open | 2025-03-03 09:00:00
                track | sdk | u4 | | C3             | open | 2025-03-03 09:00:00
                track | sdk | u5 | | D4             | open | 2025-03-03 09:00:00
                track | sdk | u6 | | E5             | open | 2025-03-03 09:00:00
                track | sdk | u7 | | nobody         | open | 2025-03-03 09:00:00
                """);

        assertThat(use())
                .containsExactly(
                        "acorn u2 2025-03-03 1",
                        "bay u3 2025-03-03 1",
                        "cove u4 2025-03-03 1",
                        "mine u5 2025-03-03 1",
                        "too u1 2025-03-03 1");
        assertThat(orphans()).containsExactly("u6 E5 1", "u7 nobody 1");
    }

    @Test
    void a_user_is_known_elsewhere_or_goes_by_the_reference() {
        given.put(
                "customer.app_user",
                """
                id  | source_system | source_id | merged_into | kind
                ann | app           | u1        |             | customer
                old | app           | u2        | ann         | customer
                bob | app           | u3        |             | staff
                cy  | sdk           | u4        |             | customer
                cyy | app           | u4        |             | customer
                di  | sdk           | u5        |             | customer
                """);
        events(
                """
                track | sdk | u1         | | A1 | open | 2025-03-03 09:00:00
                page  | sdk | u2         | | A1 |      | 2025-03-03 09:00:00
                track | sdk | u3         | | A1 | open | 2025-03-03 09:00:00
                track | sdk | u4         | | A1 | open | 2025-03-03 09:00:00
                track | sdk | u5         | | A1 | open | 2025-03-03 09:00:00
                track | sdk | ext:sdk/u4 | | A1 | open | 2025-03-03 09:00:00
                track | sdk | u6         | | A1 | open | 2025-03-03 09:00:00
                """);

        assertThat(use())
                .containsExactly(
                        "acorn ann 2025-03-03 2",
                        "acorn cy 2025-03-03 1",
                        "acorn cyy 2025-03-03 1",
                        "acorn di 2025-03-03 1",
                        "acorn u6 2025-03-03 1");
    }

    @Test
    void an_event_belongs_to_the_account_of_its_user_at_that_moment() {
        calls(
                """
                sdk | m2 | u1 | | B2 | 2025-03-03 12:00:00+00
                sdk | m1 | u1 | | A1 | 2025-03-03 09:00:00+00
                sdk | m3 | u1 | | B2 | 2025-03-03 13:00:00+00
                sdk | m4 | u1 | | A1 | 2025-03-05 09:00:00+00
                web | m5 | u1 | | C3 | 2025-03-03 08:00:00+00
                """);
        events(
                """
                track | sdk | u1 | |    | open | 2025-03-03 08:59:59
                track | sdk | u1 | |    | open | 2025-03-03 09:00:00
                track | sdk | u1 | |    | open | 2025-03-03 11:59:59
                track | sdk | u1 | |    | open | 2025-03-03 12:00:00
                track | sdk | u1 | | A1 | open | 2025-03-03 12:30:00
                page  | sdk | u1 | |    | open | 2025-03-04 12:30:00
                track | sdk | u1 | |    | open | 2025-03-04 12:30:00
                track | sdk | u1 | |    | open | 2025-03-06 12:30:00
                """);

        assertThat(use())
                .containsExactly(
                        "acorn u1 2025-03-03 3",
                        "acorn u1 2025-03-06 1",
                        "bay u1 2025-03-03 1",
                        "bay u1 2025-03-04 2");
        assertThat(orphans()).containsExactly("u1 null 1");
        assertThat(moments()).containsExactly("acorn 4", "bay 2");
    }

    @Test
    void of_two_group_calls_at_one_moment_the_greater_message_id_counts() {
        calls(
                """
                sdk | m2 | u1 | | A1 | 2025-03-03 09:00:00+00
                sdk | m1 | u1 | | B2 | 2025-03-03 09:00:00+00
                """);
        events("track | sdk | u1 | | | open | 2025-03-03 09:00:00");

        assertThat(use()).containsExactly("acorn u1 2025-03-03 1");
    }

    @Test
    void what_a_visitor_did_belongs_to_the_user_of_the_first_link() {
        given.put(
                "customer.user_link",
                LINKS
                        + """
                        sdk | m2 | a1 | u2 | 2025-03-05 09:00:00+00
                        sdk | m1 | a1 | u1 | 2025-03-04 09:00:00+00
                        web | m3 | a2 | u2 | 2025-03-04 09:00:00+00
                        """);
        calls(
                """
                sdk | m4 | u1 |    | A1 | 2025-03-01 09:00:00+00
                sdk | m5 | u1 | a1 | B2 | 2025-03-06 09:00:00+00
                sdk | m6 |    | a1 | A1 | 2025-03-06 10:00:00+00
                sdk | m7 |    | a2 | A1 | 2025-03-01 09:00:00+00
                """);
        events(
                """
                track | sdk |    | a1 | | open | 2025-03-03 09:00:00
                track | sdk | u2 | a1 | | open | 2025-03-03 09:00:00
                track | sdk |    | a2 | | open | 2025-03-03 09:00:00
                track | sdk |    | a1 | | open | 2025-03-06 08:00:00
                track | sdk |    | a1 | | open | 2025-03-06 09:30:00
                track | sdk |    | a1 | | open | 2025-03-06 10:30:00
                """);

        assertThat(use())
                .containsExactly(
                        "acorn a2 2025-03-03 1",
                        "acorn u1 2025-03-03 1",
                        "acorn u1 2025-03-06 2",
                        "bay u1 2025-03-06 1");
        assertThat(orphans()).containsExactly("u2 null 1");
    }

    @Test
    void an_event_counts_on_the_day_of_the_workspace_also_on_short_and_long_days() {
        conventions = Conventions.of("Europe/Berlin", "EUR", 1);
        events(
                """
                track | sdk | u1 | | A1 | open | 2025-03-29 22:59:59
                track | sdk | u1 | | A1 | open | 2025-03-29 23:00:00
                track | sdk | u1 | | A1 | open | 2025-03-30 21:59:59
                track | sdk | u1 | | A1 | open | 2025-03-30 22:00:00
                track | sdk | u1 | | A1 | open | 2025-10-25 22:00:00
                track | sdk | u1 | | A1 | open | 2025-10-26 00:30:00
                track | sdk | u1 | | A1 | open | 2025-10-26 01:30:00
                track | sdk | u1 | | A1 | open | 2025-10-26 22:59:59
                track | sdk | u1 | | A1 | open | 2025-10-26 23:00:00
                """);

        assertThat(use())
                .containsExactly(
                        "acorn u1 2025-03-29 1",
                        "acorn u1 2025-03-30 2",
                        "acorn u1 2025-03-31 1",
                        "acorn u1 2025-10-26 4",
                        "acorn u1 2025-10-27 1");
    }

    @Test
    void calls_that_only_say_who_somebody_is_are_no_use() {
        events(
                """
                identify | sdk | u1 | a1 | A1 |      | 2025-03-03 09:00:00
                group    | sdk | u1 |    | A1 |      | 2025-03-03 09:00:00
                alias    | sdk | u1 | a1 | A1 |      | 2025-03-03 09:00:00
                screen   | sdk | u1 |    | A1 | Home | 2025-03-03 09:00:00
                """);

        assertThat(use()).containsExactly("acorn u1 2025-03-03 1");
        assertThat(moments()).containsExactly("acorn 1");
    }

    @Test
    void an_event_means_what_the_map_of_its_source_says() {
        given.put(
                "customer.feature_event_map",
                """
                source_system | event_name | feature_id | valid_from | is_qualifying
                sdk           | open       | boards     | 2024-01-01 | true
                sdk           | mail       |            | 2024-01-01 | false
                web           | Home       | start      | 2024-01-01 | true
                """);
        events(
                """
                track  | sdk | u1 | | A1 | open | 2025-03-03 09:00:00
                track  | sdk | u2 | | A1 | mail | 2025-03-03 09:00:00
                screen | sdk | u3 | | A1 | Home | 2025-03-03 09:00:00
                """);

        assertThat(ask("select user_id || ' ' || coalesce(feature_id, '-') from fact.usage_day"))
                .containsExactly("ext:sdk/u1 boards", "ext:sdk/u3 -");

        conventions =
                conventions.under(
                        conventions.settings().with(Map.of("unmapped_events_qualify", "false")));
        assertThat(ask("select user_id from fact.usage_day")).containsExactly("ext:sdk/u1");
    }

    private void events(String rows) {
        given.put("lake.event", EVENTS + rows);
    }

    private void calls(String rows) {
        given.put("customer.user_group", CALLS + rows);
    }

    private List<String> use() {
        return ask(
                """
                select account_id || ' ' || replace(user_id, 'ext:sdk/', '') || ' '
                    || (date '1970-01-01' + day_number) || ' ' || sum(events)
                from fact.usage_day
                where record_table = 'event'
                group by account_id, user_id, day_number
                """);
    }

    private List<String> moments() {
        return ask(
                """
                select account_id || ' ' || count(*)
                from (select distinct account_id, user_id, second from fact.interaction)
                group by account_id
                """);
    }

    private List<String> orphans() {
        return ask(
                """
                select user_ref || ' ' || coalesce(account_ref, 'null') || ' ' || sum(events)
                from fact.event_day
                where account_id is null
                group by user_ref, account_ref
                """);
    }

    private List<String> ask(String query) {
        var all = new HashMap<>(given);
        all.putIfAbsent("customer.account", ACCOUNTS);
        all.putIfAbsent("customer.app_user", "id | source_system | source_id\n");
        all.putIfAbsent("customer.feature", "id | source_system | source_id\n");
        all.putIfAbsent("customer.feature_event_map", "source_system | event_name\n");
        all.put("lake.usage_event", "source_system | account_ref\n");
        all.put("lake.usage_daily", "source_system | account_ref\n");
        var days = new TreeSet<>(List.of(LocalDate.of(2025, 3, 31)));
        try (var facts = GivenFacts.open(List.of(), days, all, conventions)) {
            facts.need(List.of("fact.usage_day", "fact.interaction", "fact.event_day"));
            return facts.query(query, (row, _) -> row.getString(1)).stream().sorted().toList();
        }
    }
}
