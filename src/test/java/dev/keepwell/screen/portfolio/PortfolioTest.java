package dev.keepwell.screen.portfolio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.health.Band;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.screen.portfolio.Entry.Care;
import dev.keepwell.screen.portfolio.Entry.Makeup;
import dev.keepwell.screen.portfolio.Entry.Part;
import dev.keepwell.screen.portfolio.Entry.Past;
import dev.keepwell.screen.portfolio.Entry.Pulse;
import dev.keepwell.screen.portfolio.Entry.Reason;
import dev.keepwell.screen.portfolio.Entry.Revenue;
import dev.keepwell.screen.portfolio.Entry.Score;
import dev.keepwell.screen.portfolio.Entry.Standing;
import dev.keepwell.screen.portfolio.Entry.Touch;
import dev.keepwell.screen.portfolio.Entry.Traits;
import dev.keepwell.screen.portfolio.Entry.Turn;
import dev.keepwell.screen.portfolio.Entry.Use;
import dev.keepwell.screen.portfolio.Entry.Weakest;
import dev.keepwell.screen.portfolio.Page.Rescue;
import dev.keepwell.story.TestDatabase;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortfolioTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 5, 31);
    private static final int MANY = 60;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Clock clock = Clock.fixed(Instant.parse("2025-05-31T12:00:00Z"), ZoneOffset.UTC);
    private Shelf shelf;
    private Portfolio portfolio;

    @BeforeEach
    void open() {
        shelf = new Shelf(database, clock);
        portfolio = new Portfolio(database, shelf, new Footings());
    }

    @Test
    void nothing_is_told_before_anything_was_gathered() {
        assertThat(portfolio.page(workspace, asked("", ""))).isEmpty();
        assertThat(portfolio.totals(workspace, asked("", ""))).isEmpty();
    }

    @Test
    void an_entry_comes_back_as_it_went_in() {
        var full = full();
        var empty = entry("b", "Brightwater", new Score.NotJudged(), null, false);

        put(List.of(full, empty));

        assertThat(page("", "").entries()).containsExactly(full, empty);
    }

    @Test
    void the_foot_is_for_all_that_match_and_counts_no_score_for_who_is_no_customer() {
        put(
                List.of(
                        entry("a", "Acorn", green(69.3), money("1000"), true),
                        entry("b", "Brightwater", green(80), money("500"), true),
                        entry("c", "Cobalt", red(40), money("3500"), true),
                        entry("d", "Dovetail", new Score.Grey(0.3), money("100"), true),
                        entry("e", "Ember", new Score.NotJudged(), money("0"), false)));

        var totals =
                portfolio.page(workspace, Asked.of("", "", "", null, 2)).orElseThrow().totals();

        assertThat(totals)
                .isEqualTo(
                        new Totals(
                                5,
                                4,
                                money("5100.0000"),
                                0,
                                new Totals.Bands(1, 0, 2, 1),
                                new Totals.Means(money("49.86"), money("63.10"))));
        assertThat(page("customer.is(no)", "").totals().means())
                .isEqualTo(new Totals.Means(null, null));
    }

    @Test
    void totals_follow_the_next_gathering() {
        put(List.of(entry("a", "Acorn", green(80), money("1"), true)));
        assertThat(page("", "").totals().accounts()).isEqualTo(1);

        put(List.of());

        assertThat(page("", "").totals().accounts()).isZero();
        assertThat(page("", "").rescues()).isEmpty();
    }

    @Test
    void an_empty_list_says_what_each_filter_keeps_away() {
        put(
                List.of(
                        entry("a", "Acorn", green(80), money("1000"), true),
                        entry("b", "Brightwater", red(30), money("10"), true)));

        var page =
                portfolio.page(
                        workspace, Asked.of("aco", "health.in(R),mrr.over(500)", "", null, 9));

        var filters = Filter.parse("health.in(R),mrr.over(500)");
        assertThat(page.orElseThrow().rescues())
                .containsExactly(
                        new Rescue(null, 0),
                        new Rescue(filters.get(0), 1),
                        new Rescue(filters.get(1), 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "health.in(G) a",
                "health.in(R,N) bcd",
                "health.not(G) bcd",
                "health.unknown() cd",
                "score.over(30) a",
                "change.under(0) a",
                "mrr.over(999.5) a",
                "renewal.within(48d) a",
                "renewal.within(47d) ",
                "renewal.passed() b",
                "touch.over(30d) bc",
                "touch.within(12d) a",
                "touch.never() c",
                "touch.unknown() d",
                "pulse.is(Y) a",
                "pulse.unknown() bcd",
                "pulse_set.over(10d) a",
                "turned.within(7d) a",
                "weakest.under(40) a",
                "owner.is(ann) a",
                "owner.not(ann) bcd",
                "customer.is(no) d",
                "licences.over(0.95) a",
            })
    void filters_say_what_they_mean_on_the_day_of_the_list(String example) {
        var late = new Revenue(money("10"), null, null, TODAY.minusDays(3), null);
        var b = entry("b", "Brightwater", red(30), money("10"), true);
        var c = entry("c", "Cobalt", new Score.Grey(0.2), money("10"), true);
        put(
                List.of(
                        full(),
                        with(b, late, new Touch.On(TODAY.minusDays(31))),
                        with(c, c.revenue(), new Touch.Never()),
                        entry("d", "Dovetail", new Score.NotJudged(), money("0"), false)));
        var parts = example.split(" ", -1);

        var found = page(parts[0], "").entries().stream().map(it -> it.account().value()).toList();

        assertThat(String.join("", found)).isEqualTo(parts[1]);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-name",
                "score",
                "-score",
                "-mrr,score",
                "renewal,-change",
                "-owner,score",
                "pulse,-name",
                "touch",
                "-customer,-nps"
            })
    void pages_forward_and_back_show_every_account_once_in_the_same_order(String sort) {
        put(many());
        var all = portfolio.page(workspace, Asked.of("", "", sort, null, MANY)).orElseThrow();
        assertThat(all.entries()).hasSize(MANY);
        assertThat(all.next()).isNull();
        assertUnknownComesLast(all.entries(), sort);

        var forward = new ArrayList<Entry>();
        var pages = new ArrayList<Page>();
        @Nullable String cursor = null;
        do {
            var page = portfolio.page(workspace, Asked.of("", "", sort, cursor, 7)).orElseThrow();
            forward.addAll(page.entries());
            pages.add(page);
            cursor = page.next();
        } while (cursor != null);

        assertThat(forward).isEqualTo(all.entries());
        for (int i = pages.size() - 1; i > 0; i--) {
            var back = Asked.of("", "", sort, pages.get(i).previous(), 7);
            assertThat(portfolio.page(workspace, back).orElseThrow().entries())
                    .isEqualTo(pages.get(i - 1).entries());
        }
        assertThat(pages.getFirst().previous()).isNull();
    }

    @Test
    void a_cursor_of_another_sort_is_refused() {
        put(many());
        var next =
                portfolio.page(workspace, Asked.of("", "", "-mrr", null, 7)).orElseThrow().next();

        for (var cursor : List.of(String.valueOf(next), "nonsense", "e30", "")) {
            assertThatThrownBy(() -> portfolio.page(workspace, Asked.of("", "", "mrr", cursor, 7)))
                    .isInstanceOf(Refusal.class)
                    .hasMessageContaining("A cursor is");
        }
    }

    @Test
    void no_workspace_sees_the_list_of_another() {
        put(many());
        var other = TestDatabase.freshWorkspace();

        assertThat(portfolio.page(other, asked("", ""))).isEmpty();
        assertThat(portfolio.of(other, List.of(new AccountId("a0")))).isEmpty();
    }

    private void assertUnknownComesLast(List<Entry> entries, String sort) {
        if (sort.endsWith("score") && !sort.contains(",")) {
            var known = entries.stream().map(it -> it.standing().score() instanceof Score.Scored);
            assertThat(known.toList()).isSortedAccordingTo(Collections.reverseOrder());
        }
    }

    private static List<Entry> many() {
        var random = new Random(7);
        var entries = new ArrayList<Entry>();
        for (int i = 0; i < MANY; i++) {
            var score =
                    random.nextInt(4) == 0 ? new Score.Grey(0.1) : green(random.nextInt(5) * 10);
            var mrr = random.nextInt(5) == 0 ? null : BigDecimal.valueOf(random.nextInt(3), 4);
            var entry =
                    entry("a" + i, "Name " + random.nextInt(9), score, mrr, random.nextBoolean());
            var renewal = random.nextBoolean() ? TODAY.plusDays(random.nextInt(3)) : null;
            var revenue = new Revenue(mrr, null, null, renewal, null);
            var touch =
                    random.nextBoolean()
                            ? new Touch.On(TODAY.minusDays(random.nextInt(3)))
                            : new Touch.Unknown();
            entries.add(with(entry, revenue, touch));
        }
        return entries;
    }

    private static Entry full() {
        var spark = new ArrayList<@Nullable Double>(Collections.nCopies(29, null));
        spark.add(82.1);
        return new Entry(
                new AccountId("a"),
                "ext:csv/A1",
                "Acorn",
                new Traits(true, "high_touch", "Mid, (large)", "Pro", "ann"),
                new Standing(
                        green(82.1),
                        -5.3,
                        List.of(new Reason("measure", "usage", "dau_mau_ratio", -4.1)),
                        spark,
                        new Turn(Band.YELLOW, TODAY.minusDays(2)),
                        new Weakest("roi", 39.9),
                        new Makeup(
                                List.of(new Part("usage", 66.66666666666667)),
                                new Entry.Judge(3, "onboarding", List.of("onboarding", "large")),
                                new Past(Band.GREEN, 87.4))),
                new Revenue(
                        money("6200.0000"),
                        money("-10.0000"),
                        money("6300.0000"),
                        TODAY.plusDays(48),
                        3),
                new Care(
                        new Pulse(Band.YELLOW, TODAY.minusDays(12)),
                        new Touch.On(TODAY.minusDays(4)),
                        "ok",
                        30.0),
                new Use(0.31, 96L, 100L));
    }

    private static Entry entry(
            String id, String name, Score score, @Nullable BigDecimal mrr, boolean isCustomer) {
        return new Entry(
                new AccountId(id),
                "ext:csv/" + id,
                name,
                new Traits(isCustomer, null, null, null, null),
                new Standing(
                        score,
                        null,
                        List.of(),
                        Arrays.asList(new @Nullable Double[30]),
                        null,
                        null,
                        Makeup.UNKNOWN),
                new Revenue(mrr, null, null, null, null),
                new Care(null, new Touch.Unknown(), null, null),
                new Use(null, null, null));
    }

    private static Entry with(Entry entry, Revenue revenue, Touch touch) {
        return new Entry(
                entry.account(),
                entry.reference(),
                entry.name(),
                entry.traits(),
                entry.standing(),
                revenue,
                new Care(null, touch, null, null),
                entry.use());
    }

    private static Score green(double score) {
        return new Score.Scored(score, Band.GREEN, 1);
    }

    private static Score red(double score) {
        return new Score.Scored(score, Band.RED, 1);
    }

    private static BigDecimal money(String amount) {
        return new BigDecimal(amount);
    }

    private void put(List<Entry> entries) {
        shelf.replace(workspace, new Shelf.Label(TODAY, "USD"), List.of(entries));
    }

    private Page page(String filters, String sort) {
        return portfolio.page(workspace, asked(filters, sort)).orElseThrow();
    }

    private static Asked asked(String filters, String sort) {
        return Asked.of("", filters, sort, null, 50);
    }
}
