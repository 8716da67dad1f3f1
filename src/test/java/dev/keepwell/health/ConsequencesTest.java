package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import dev.keepwell.postgres.Database;
import dev.keepwell.warehouse.Feed;
import dev.keepwell.warehouse.GivenFacts;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsequencesTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 4, 20);
    private static final int ACCOUNTS = 60;
    private static final int SAMPLE = 25;

    private static final String MODEL =
            """
            model: busy
            groups:
              - group: usage
                weight: 1
                measures:
                  - {metric: usage_frequency, weight: 1, curve: [[0, 30], [30, 95]], says: Used.}
            caps:
              - {cap: no_usage, when: no_usage, at_most: red, says: Nobody came.}
            """;

    private static final String STRICTER = MODEL.replace("[30, 95]", "[30, 80]");
    private static final String WITHOUT_CAP = MODEL.substring(0, MODEL.indexOf("caps:"));
    private static final String BANDED = MODEL + "bands: { green: 60, yellow: 45 }\n";
    private static final String FALLING =
            MODEL.replace("curve: [[0, 30], [30, 95]]", "trend: 30, curve: [[0, 20], [1, 90]]");
    private static final String PROFILED =
            MODEL
                    + """
                    profiles:
                      - profile: little
                        when: usage_frequency < 15
                        says: They have only begun.
                        groups:
                          - group: usage
                            measures:
                              - {metric: usage_frequency, curve: [[0, 60], [15, 95]]}
                    """;
    private static final String WIDER =
            MODEL.replace(
                    "groups:\n",
                    """
                    groups:
                      - group: revenue
                        weight: 1
                        measures:
                          - {metric: mrr_trend, weight: 1, curve: [[0, 0], [1, 90]], says: Paid.}
                    """);

    private Database database;
    private WorkspaceId workspace;
    private Hearing hearing;
    private Ledger ledger;
    private CurrentScores current;
    private Models models;
    private Days days;
    private Consequences consequences;

    @BeforeEach
    void judgeSevenWeeks(@TempDir Path folder) {
        var feeds =
                List.of(new Feed("usage_event", TODAY), new Feed("subscription_segment", TODAY));
        var health =
                GivenHealth.open(scope -> GivenFacts.open(feeds, scope.days(), company()), folder);
        database = health.database();
        workspace = health.workspace();
        hearing = health.hearing();
        models = health.models();
        models.apply(workspace, MODEL, List.of());
        ledger = health.ledger();
        current = health.current();
        days = health.days();
        consequences = trying(Grounds.SAMPLE);
        judge(TODAY.minusDays(15));
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void what_is_foretold_is_what_happens() {
        for (var draft : List.of(STRICTER, WITHOUT_CAP, BANDED, WIDER, FALLING, PROFILED, MODEL)) {
            var outlook = consequences.of(workspace, draft, false);
            var before = bands();

            models.apply(workspace, draft, List.of());
            judge(TODAY);

            assertThat(outlook.movers()).as(draft).isNotEmpty();
            assertThat(afterwards(outlook)).isEqualTo(bands());
            assertThat(before).hasSize(ACCOUNTS);
            assertThat(outlook.movers().stream().map(Prospect::account).toList())
                    .containsExactlyInAnyOrderElementsOf(changed(before, bands()));
        }
    }

    @Test
    void the_model_in_force_changes_nothing() {
        var outlook = consequences.of(workspace, MODEL, false);

        assertThat(outlook.movers()).isEmpty();
        assertThat(outlook.differences()).isEmpty();
        assertThat(outlook.prospects()).hasSize(ACCOUNTS);
    }

    @Test
    void every_account_is_in_one_cell_of_the_grid() {
        var outlook = consequences.of(workspace, STRICTER, false);
        var mrr = new HashMap<AccountId, BigDecimal>();
        outlook.prospects().forEach(it -> mrr.put(it.account(), BigDecimal.TEN));

        var transitions = Transitions.of(outlook.prospects(), mrr);

        assertThat(transitions.cells()).hasSize(16);
        assertThat(transitions.cells().stream().mapToInt(Transitions.Cell::accounts).sum())
                .isEqualTo(ACCOUNTS);
        assertThat(transitions.moved().accounts()).isEqualTo(outlook.movers().size());
        assertThat(transitions.moved().mrr())
                .isEqualByComparingTo(BigDecimal.TEN.multiply(many(outlook.movers().size())));
        for (var band : Band.values()) {
            assertThat(
                            transitions.cells().stream()
                                    .filter(it -> it.from() == band)
                                    .mapToInt(Transitions.Cell::accounts)
                                    .sum())
                    .as("from %s", band)
                    .isEqualTo(
                            (int)
                                    bands().values().stream()
                                            .filter(it -> it.startsWith(band.word() + " "))
                                            .count());
        }
    }

    @Test
    void profiles_say_how_many_accounts_they_are_for() {
        var profiles = consequences.of(workspace, PROFILED, false).profiles();

        assertThat(profiles).containsOnlyKeys("default", "little");
        assertThat(profiles.get("default").before()).isEqualTo(ACCOUNTS);
        assertThat(profiles.get("little").before()).isZero();
        assertThat(profiles.get("little").after()).isBetween(1, ACCOUNTS - 1);
        assertThat(profiles.values().stream().mapToInt(Outlook.Shift::after).sum())
                .isEqualTo(ACCOUNTS);
    }

    @Test
    void the_values_of_a_metric_are_spread_over_the_accounts() {
        var spread = consequences.distribution(workspace, new MetricName("usage_frequency"));
        var unread = consequences.distribution(workspace, new MetricName("mrr_trend"));

        assertThat(spread.accounts()).isEqualTo(ACCOUNTS);
        assertThat(spread.bins().stream().mapToInt(it -> it).sum()).isEqualTo(spread.known());
        assertThat(spread.quantiles().p10()).isLessThan(spread.quantiles().p90());
        assertThat(unread.known()).isEqualTo(ACCOUNTS);
    }

    @Test
    void the_spread_counts_every_score_once() {
        var spread = Spread.of(consequences.of(workspace, STRICTER, false).prospects());

        for (var side : List.of(spread.before(), spread.after())) {
            assertThat(side.bins()).hasSize(20);
            assertThat(side.bins().stream().mapToInt(it -> it).sum()).isEqualTo(side.scored());
            assertThat(side.scored() + side.grey()).isEqualTo(ACCOUNTS);
        }
        assertThat(spread.after().mean()).isLessThan(spread.before().mean());
    }

    @Test
    void of_very_many_accounts_a_sample_is_judged_and_says_so() {
        var sampling = trying(SAMPLE);

        var outlook = sampling.of(workspace, WIDER, false);
        var exact = sampling.of(workspace, WIDER, true);

        assertThat(outlook.range().isSample()).isTrue();
        assertThat(outlook.range().label()).isEqualTo("estimate from 25 of 60");
        assertThat(outlook.prospects()).hasSize(SAMPLE);
        assertThat(sampling.of(workspace, WIDER, false).prospects()).isEqualTo(outlook.prospects());
        assertThat(exact.range().isSample()).isFalse();
        assertThat(exact.range().label()).isEqualTo("60 accounts");
        assertThat(exact.prospects())
                .containsExactlyInAnyOrderElementsOf(
                        consequences.of(workspace, WIDER, false).prospects())
                .containsAll(outlook.prospects());
    }

    @Test
    void a_score_that_changes_meanwhile_counts() {
        consequences.of(workspace, STRICTER, false);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql("delete from health.current where account_id = 'a1'")
                                .update());

        assertThat(consequences.of(workspace, STRICTER, false).prospects()).hasSize(ACCOUNTS - 1);
    }

    @Test
    void without_a_score_there_is_nothing_to_compare_with() {
        database.doIn(
                workspace, session -> session.sql().sql("delete from health.current").update());

        assertThatThrownBy(() -> consequences.of(workspace, STRICTER, false))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("./keepwell run");
    }

    private static BigDecimal many(int count) {
        return BigDecimal.valueOf(count);
    }

    private Consequences trying(int accounts) {
        return new Consequences(
                models,
                Catalogue.packaged(),
                new Grounds(database, hearing, models, ledger, accounts));
    }

    private void judge(LocalDate from) {
        var period = new Period(from, TODAY.plusDays(1));
        days.close(workspace, days.succession(workspace, null), period, TODAY, _ -> {});
    }

    /// How each account stands now: its colour and its score.
    private Map<AccountId, String> bands() {
        var ids = IntStream.range(0, ACCOUNTS).mapToObj(it -> new AccountId("a" + it)).toList();
        var stands = new HashMap<AccountId, String>();
        current.of(workspace, ids)
                .forEach((account, it) -> stands.put(account, word(Prospect.Standing.of(it))));
        return stands;
    }

    private static Map<AccountId, String> afterwards(Outlook outlook) {
        return outlook.prospects().stream()
                .collect(Collectors.toMap(Prospect::account, it -> word(it.after())));
    }

    private static String word(Prospect.Standing standing) {
        return standing.band().word() + " " + standing.score();
    }

    private static List<AccountId> changed(
            Map<AccountId, String> before, Map<AccountId, String> after) {
        return before.keySet().stream()
                .filter(it -> !before.get(it).split(" ")[0].equals(after.get(it).split(" ")[0]))
                .toList();
    }

    /// Everybody pays from long before, some less lately; the use of each wanders, and some of them
    /// stopped altogether.
    private static Map<String, String> company() {
        var accounts = new StringBuilder("id | source_system | source_id | name\n");
        var segments =
                new StringBuilder(
                        "id | source_system | subscription_id | account_id | monthly_amount | ccy |"
                                + " kind | state | start_date | end_date\n");
        var usage = new StringBuilder("account_id | day_number | events\n");
        var random = new Random(11);
        for (int i = 0; i < ACCOUNTS; i++) {
            accounts.append("a%d | csv | A%d | Account %d\n".formatted(i, i, i));
            segments.append(
                    "g%d | csv | s%d | a%d | 100 | USD | recurring | active | 2024-01-01 |\n"
                            .formatted(i, i, i));
            if (i % 3 == 0) {
                segments.append(
                        "h%d | csv | t%d | a%d | 200 | USD | recurring | active | 2024-01-01 | 2025-04-10\n"
                                .formatted(i, i, i));
            }
            double busy = random.nextDouble();
            for (int day = 0; day < (i % 10 == 0 ? 20 : 90); day++) {
                if (random.nextDouble() < busy) {
                    usage.append("a%d | %s | 1\n".formatted(i, TODAY.minusDays(89 - day)));
                }
            }
        }
        return GivenCompany.tables(accounts, segments, usage);
    }
}
