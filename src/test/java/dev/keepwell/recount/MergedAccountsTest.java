package dev.keepwell.recount;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.MergeOrder;
import dev.keepwell.customer.identity.Merges;
import dev.keepwell.kernel.Period;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Span;
import dev.keepwell.story.TestHouse;
import dev.keepwell.warehouse.Arrivals;
import dev.keepwell.warehouse.Facts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Two systems know one customer, and neither knows that. From the front door through the engine.
class MergedAccountsTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 6, 1);
    private static final Span MARCH =
            new Span(
                    new Period(LocalDate.of(2025, 3, 1), LocalDate.of(2025, 4, 1)),
                    LocalDate.of(2025, 3, 31),
                    TODAY,
                    false);

    private static final List<String> METRICS =
            List.of("mrr", "arpa", "mau", "tickets_per_100_seats");

    private static final Map<String, String> CRM =
            Map.of(
                    "account.csv",
                    """
                    account_id,name,domain,segment,parent_id
                    A1,Acorn,acorn.example,SMB,
                    A2,Acorn Labs,,SMB,ext:billing/C9
                    """,
                    "account_segment_history.csv",
                    "account_id,valid_from,segment\nA1,2024-01-01,SMB\nA2,2024-01-01,SMB\n",
                    "seat_entitlement.csv",
                    "account_id,valid_from,seats\nA1,2024-01-01,10\n",
                    "contact.csv",
                    "contact_id,account_id,email\nP1,A1,ann@acorn.example\n",
                    "ticket.csv",
                    """
                    ticket_id,account_id,requester_contact_id,created_at,priority
                    T1,A1,P1,2025-03-03T09:00:00Z,normal
                    """);

    private static final Map<String, String> BILLING =
            Map.of(
                    "account.csv",
                    "account_id,name,currency,segment\nC9,Acorn Inc.,USD,Enterprise\n",
                    "account_segment_history.csv",
                    "account_id,valid_from,segment\nC9,2024-06-01,Enterprise\n",
                    "seat_entitlement.csv",
                    "account_id,valid_from,seats\nC9,2024-06-01,12\n",
                    "contact.csv",
                    "contact_id,account_id,email\nQ7,C9,ANN@acorn.example\n",
                    "subscription_segment.csv",
                    """
                    segment_id,subscription_id,account_id,unit_price,ccy,start_date
                    s1,sub1,C9,100,USD,2024-01-01
                    s2,sub2,ext:crm/A1,50,USD,2024-01-01
                    """,
                    "usage_daily.csv",
                    """
                    account_id,user_id,day,event_count
                    C9,u1,2025-03-04,3
                    ext:crm/A1,u2,2025-03-05,4
                    """);

    private final ImportedWorkspace workspace = new ImportedWorkspace("UTC", "USD");
    private final Merges merges = TestHouse.bean(Merges.class);
    private final Accounts accounts = TestHouse.bean(Accounts.class);

    @BeforeEach
    void bring() {
        workspace.bring("crm", TODAY, CRM);
        workspace.bring("billing", TODAY, BILLING);
    }

    @Test
    void merged_accounts_are_one_customer_and_come_apart_without_a_trace() {
        var before = numbers();
        assertThat(before.get("mrr company")).startsWith("150 ");
        assertThat(before.get("arpa company")).startsWith("75 ");

        var merge = merge(Kind.ACCOUNT, "ext:billing/C9", "ext:crm/A1");

        var merged = numbers();
        var acorn = id("ext:crm/A1");
        assertThat(merged.get("mrr company")).startsWith("150 ");
        assertThat(merged.get("arpa company")).startsWith("150 ");
        assertThat(merged.get("mrr " + acorn)).startsWith("150 ");
        assertThat(merged.get("mau " + acorn)).startsWith("2 ");
        assertThat(merged).isNotEqualTo(before);

        merges.undo(workspace.id(), merge, "ann");

        assertThat(numbers()).isEqualTo(before);
    }

    @Test
    void each_reference_to_the_loser_becomes_the_survivor() {
        merge(Kind.ACCOUNT, "ext:billing/C9", "ext:crm/A1");
        merge(Kind.CONTACT, "ext:billing/Q7", "ext:crm/P1");
        var acorn = id("ext:crm/A1");

        assertThat(rows("customer.account", "id, name, currency, domain, source_id, parent_id"))
                .containsExactlyInAnyOrder(
                        acorn + "|Acorn|USD|acorn.example|A1|null",
                        id("ext:crm/A2") + "|Acorn Labs|null|null|A2|" + acorn);
        assertThat(rows("customer.contact", "account_id, email"))
                .containsExactly(acorn + "|ann@acorn.example");
        assertThat(rows("customer.subscription_segment", "account_id, unit_price"))
                .containsExactlyInAnyOrder(acorn + "|100.0000", acorn + "|50.0000");
        assertThat(rows("fact.usage_day", "account_id, events"))
                .containsExactlyInAnyOrder(acorn + "|3", acorn + "|4");
    }

    @Test
    void what_can_hold_only_once_is_taken_from_the_source_that_is_believed_first() {
        merge(Kind.ACCOUNT, "ext:crm/A1", "ext:billing/C9");
        var acorn = id("ext:billing/C9");

        assertThat(rows("customer.account_segment_history", "account_id, segment"))
                .contains(acorn + "|SMB")
                .doesNotContain(acorn + "|Enterprise");
        assertThat(rows("customer.seat_entitlement", "account_id, seats"))
                .containsExactly(acorn + "|10");
    }

    @Test
    void every_name_finds_the_survivor_and_lists_show_it_once() {
        var loser = id("ext:billing/C9");
        var merge = merge(Kind.ACCOUNT, "ext:billing/C9", "ext:crm/A1");
        var acorn = accounts.find(workspace.id(), "ext:crm/A1").orElseThrow();

        assertThat(acorn.traits().currency()).isEqualTo("USD");
        for (var name : List.of("ext:billing/C9", "C9", loser, "A1")) {
            assertThat(accounts.find(workspace.id(), name)).as(name).contains(acorn);
        }
        assertThat(accounts.all(workspace.id()))
                .extracting(Account::name)
                .containsExactly("Acorn", "Acorn Labs");
        assertThat(accounts.list(workspace.id(), "acorn inc", null, 9).accounts()).isEmpty();
        assertThat(accounts.of(workspace.id(), List.of(acorn.id())).values())
                .containsExactly(acorn);

        merges.undo(workspace.id(), merge, "ann");

        assertThat(id("C9")).isEqualTo(loser);
        assertThat(accounts.all(workspace.id())).hasSize(3);
    }

    @Test
    void both_a_merge_and_its_end_are_news_for_scores() {
        var arrivals = TestHouse.bean(Arrivals.class);
        var quiet = arrivals.mark(workspace.id());
        var merge = merge(Kind.ACCOUNT, "ext:billing/C9", "ext:crm/A1");
        var merged = arrivals.mark(workspace.id());
        merges.undo(workspace.id(), merge, "ann");
        var apart = arrivals.mark(workspace.id());

        assertThat(arrivals.earliest(workspace.id(), quiet, merged)).contains(LocalDate.EPOCH);
        assertThat(arrivals.earliest(workspace.id(), merged, apart)).contains(LocalDate.EPOCH);
        assertThat(arrivals.earliest(workspace.id(), apart, apart)).isEmpty();
    }

    private String merge(Kind kind, String loser, String survivor) {
        var order =
                new MergeOrder(kind, loser, survivor, MergeOrder.BY_HAND, "ann", "One customer.");
        return merges.merge(workspace.id(), order).id();
    }

    private String id(String ref) {
        return accounts.find(workspace.id(), ref).orElseThrow().id().value();
    }

    /// What metrics of each family say of the company and of each account.
    private Map<String, String> numbers() {
        var numbers = new TreeMap<String, String>();
        try (var facts = workspace.open(List.of(MARCH))) {
            var evaluation = new Evaluation(facts);
            for (var name : METRICS) {
                var metric = Catalogue.packaged().named(name);
                for (var grain : List.of(Grain.COMPANY, Grain.ACCOUNT)) {
                    if (metric.isAskedPer(grain)) {
                        for (var it : evaluation.of(metric, grain, List.of(MARCH))) {
                            var key = metric.name().value() + " " + it.entity();
                            numbers.merge(key, number(it), (a, b) -> a + "\n" + b);
                        }
                    }
                }
            }
        }
        return numbers;
    }

    /// The value for people, and everything that it was judged by.
    private static String number(Reading reading) {
        var value = reading.value().map(it -> it.stripTrailingZeros().toPlainString());
        return value.orElse("none") + " by " + reading.result();
    }

    private List<String> rows(String table, String columns) {
        try (var facts = workspace.open(List.of(MARCH))) {
            facts.need(List.of(table));
            return read(
                    facts, "select concat_ws('|', %s) from %s".formatted(nulls(columns), table));
        }
    }

    private static String nulls(String columns) {
        var cells = new ArrayList<String>();
        for (var it : columns.split(", ")) {
            cells.add("coalesce(cast(%s as varchar), 'null')".formatted(it));
        }
        return String.join(", ", cells);
    }

    private static List<String> read(Facts facts, String sql) {
        return facts.query(sql, (row, _) -> row.getString(1));
    }
}
