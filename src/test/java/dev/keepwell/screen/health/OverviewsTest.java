package dev.keepwell.screen.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Band;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.story.TestHouse;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// What the list of accounts adds up to.
class OverviewsTest {

    private final Database database = TestHouse.bean(Database.class);
    private final Overviews overviews = TestHouse.bean(Overviews.class);
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();

    /// An account's score and revenue now and thirty days before, and its group `usage`.
    private record Row(
            @Nullable String band,
            @Nullable Integer tenths,
            @Nullable Integer mrr,
            @Nullable String bandBefore,
            @Nullable Integer tenthsBefore,
            @Nullable Integer mrrBefore) {}

    @Test
    void nothing_is_told_before_a_day_was_judged() {
        assertThat(overviews.of(workspace)).isEmpty();
    }

    @Test
    void the_score_of_all_is_told_by_revenue_and_simple() {
        put(
                List.of(
                        new Row("yellow", 693, 1000, "green", 800, 1000),
                        new Row("green", 800, 500, "green", 800, 500),
                        new Row("red", 400, 3500, null, null, null)));

        var overview = overviews.of(workspace).orElseThrow();

        assertThat(overview.now().means().byMrr()).isEqualByComparingTo("49.86");
        assertThat(overview.now().means().simple()).isEqualByComparingTo("63.1");
        assertThat(overview.monthAgo().means().byMrr()).isEqualByComparingTo("80");
        assertThat(overview.segments().getFirst().groups().get("usage").value())
                .isEqualByComparingTo("63.1");
    }

    @Test
    void colours_count_accounts_and_money_now_and_then_even_of_who_has_left() {
        put(
                List.of(
                        new Row("red", 499, 100, "yellow", 500, 90),
                        new Row("red", 0, null, "red", 1, 20),
                        new Row("grey", null, 7, null, null, null),
                        new Row(null, null, null, "green", 1000, 300)));

        var overview = overviews.of(workspace).orElseThrow();

        assertThat(overview.now().count(Band.RED))
                .isEqualTo(new Overview.Count(2, new BigDecimal("100.0000"), 1));
        assertThat(overview.now().count(Band.GREY).accounts()).isEqualTo(1);
        assertThat(overview.now().count(Band.GREEN)).isEqualTo(Overview.Count.NONE);
        assertThat(overview.monthAgo().count(Band.GREEN).mrr()).isEqualByComparingTo("300");
        assertThat(overview.now().judged()).isEqualTo(3);
        assertThat(overview.monthAgo().judged()).isEqualTo(3);
    }

    @Test
    void a_score_on_a_border_is_in_the_upper_bin_and_a_hundred_is_in_the_last() {
        put(
                List.of(
                        new Row("red", 49, 1, null, null, null),
                        new Row("red", 50, 1, null, null, null),
                        new Row("green", 749, 1, null, null, null),
                        new Row("green", 750, 1, null, null, null),
                        new Row("green", 1000, 1, null, null, null)));

        var bins = overviews.of(workspace).orElseThrow().now().bins();

        assertThat(List.of(bins.get(0), bins.get(1), bins.get(14), bins.get(15), bins.get(19)))
                .containsExactly(1L, 1L, 1L, 1L, 1L);
        assertThat(bins.stream().mapToLong(it -> it).sum()).isEqualTo(5);
    }

    private void put(List<Row> rows) {
        database.doIn(
                workspace,
                session -> {
                    for (int i = 0; i < rows.size(); i++) {
                        var row = rows.get(i);
                        var groups = row.tenths() == null ? "{}" : "{usage}";
                        var scores = row.tenths() == null ? "{}" : "{" + row.tenths() / 10.0 + "}";
                        session.sql()
                                .sql(
                                        """
                                        insert into screen.portfolio (workspace_id, account_id,
                                            reference, name, searched, is_customer, reasons,
                                            spark, touch, segment, band, score_tenths, mrr,
                                            band_month_ago, score_tenths_month_ago, mrr_month_ago,
                                            group_names, group_scores)
                                        values (?, ?, '', '', '', true, '[]', '{}', 'unknown',
                                            'mid', ?, ?, ?, ?, ?, ?, cast(? as text[]),
                                            cast(? as double precision[]))
                                        """)
                                .params(workspace.value(), "a" + i, row.band(), row.tenths())
                                .params(row.mrr(), row.bandBefore(), row.tenthsBefore())
                                .params(row.mrrBefore(), groups, scores)
                                .update();
                    }
                    session.sql()
                            .sql(
                                    "insert into screen.portfolio_day values"
                                            + " (?, date '2025-05-31', 'USD', now(), 1)")
                            .param(workspace.value())
                            .update();
                });
    }
}
