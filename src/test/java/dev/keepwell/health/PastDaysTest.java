package dev.keepwell.health;

import static dev.keepwell.health.Given.TODAY;
import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.Model.Group;
import dev.keepwell.health.PastDays.Median;
import dev.keepwell.health.Trend.Way;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.metric.Observation;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many days of an account in full, its trends, and the accounts beside it.
class PastDaysTest {

    private static final Model NPS = model(group("a", 1, measure("nps", 1)));
    private static final Model HALF =
            model(group("a", 1, measure("nps", 1)), group("b", 1, measure("csat", 1)));
    private static final Period WEEK = Period.trailing(TODAY, 7);

    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private Ledger ledger;
    private PastDays past;

    @BeforeEach
    void open(@TempDir Path folder) {
        ledger = new Ledger(TestDatabase.open(), new Lake(folder));
        past = new PastDays(ledger);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void days_come_back_in_full_and_in_order_as_they_were_published() {
        var first = List.of(judged("acorn", 2, 1, 60), judged("acorn", 1, 1, 61));
        ledger.append(workspace, first);
        ledger.append(workspace, List.of(judged("acorn", 1, 2, 99)));
        ledger.append(workspace, List.of(judged("brightwater", 1, 2, 20)));

        assertThat(past.of(workspace, new AccountId("acorn"), WEEK)).isEqualTo(first);
    }

    @Test
    void a_median_is_over_the_asked_accounts_that_have_a_score_on_the_day() {
        ledger.append(
                workspace,
                List.of(
                        judged("a", 1, 1, 10),
                        judged("b", 1, 1, 40),
                        judged("c", 1, 1, 90),
                        judged("stranger", 1, 1, 100),
                        judged("a", 2, 1, 30),
                        judged("b", 2, 1, 50)));
        ledger.append(workspace, List.of(judged("c", 1, 2, 80)));
        var accounts = List.of(new AccountId("a"), new AccountId("b"), new AccountId("c"));

        assertThat(past.medians(workspace, accounts, WEEK))
                .isEqualTo(
                        Map.of(
                                TODAY.minusDays(2), new Median(40, 2),
                                TODAY.minusDays(1), new Median(40, 3)));
        assertThat(past.medians(TestDatabase.freshWorkspace(), accounts, WEEK)).isEmpty();
    }

    @Test
    void days_of_another_model_are_judged_again_so_that_a_trend_is_the_customer_s_doing() {
        var days = new ArrayList<Anatomy>();
        for (int ago = 7; ago > 0; ago--) {
            days.add(both(ago, 90, 60 - ago));
        }
        var now = Scoring.score(version(2, NPS), facts("acorn", 0, is("nps", 50)), Given.FRESH);

        var trends = Trends.of(now, days, judges(HALF, NPS));

        // Under both measures the score was 71.5 a week ago; by the present one alone it was 90.
        var week = trends.trends().getFirst();
        assertThat(week.change()).isEqualTo(-40);
        assertThat(week.way()).isEqualTo(Way.DOWN);
        assertThat(trends.changedOn()).isEqualTo(TODAY);
    }

    @Test
    void a_day_that_did_not_look_at_what_the_present_model_reads_takes_no_part() {
        var days =
                IntStream.rangeClosed(1, 7).mapToObj(it -> judged("acorn", 8 - it, 1, 90)).toList();
        var now =
                Scoring.score(
                        version(2, HALF),
                        facts("acorn", 0, is("nps", 90), is("csat", 50)),
                        Given.FRESH);

        var week = Trends.of(now, days, judges(NPS, HALF)).trends().getFirst();

        assertThat(week.change()).isNull();
        assertThat(week.slope()).isNull();
    }

    /// Where no tickets are connected, the cap that asks for them was asked, and nobody could tell.
    @Test
    void a_day_takes_part_whose_questions_were_asked_without_an_answer() {
        var caps =
                List.of(new Cap("p1", List.of(new Clause.Holds("p1_open")), Band.YELLOW, "Open."));
        var before = Given.model(caps, HALF.groups().toArray(Group[]::new));
        var after = Given.model(caps, NPS.groups().toArray(Group[]::new));
        var days =
                IntStream.rangeClosed(1, 7)
                        .mapToObj(it ->
                                Scoring.score(
                                        version(1, before),
                                        facts("acorn", 8 - it, is("nps", 90), is("csat", 50)),
                                        Given.FRESH))
                        .toList();
        var now = Scoring.score(version(2, after), facts("acorn", 0, is("nps", 50)), Given.FRESH);

        var week = Trends.of(now, days, judges(before, after)).trends().getFirst();

        assertThat(week.change()).isEqualTo(-40);
    }

    @Test
    void days_of_the_same_rules_count_as_they_were_published() {
        var days = new ArrayList<Anatomy>();
        var scores = List.of(72, 71, 71, 70, 68, 69, 67);
        for (int i = 0; i < scores.size(); i++) {
            days.add(judged("acorn", 7 - i, 1, scores.get(i)));
        }

        var trends = Trends.of(judged("acorn", 0, 1, 66), days, judges(NPS));

        assertThat(trends.changedOn()).isNull();
        assertThat(trends.trends().getFirst().change()).isEqualTo(-6);
        assertThat(trends.trends().getFirst().slope()).isCloseTo(-0.833333, within(5e-7));
        assertThat(trends.trends().getLast().change()).isNull();
    }

    private static Anatomy both(int ago, double nps, double csat) {
        var facts = facts("acorn", ago, is("nps", nps), is("csat", csat));
        return Scoring.score(version(1, HALF), facts, Given.FRESH);
    }

    private static Anatomy judged(String account, int ago, int version, double score) {
        var facts = facts(account, ago, is("nps", score));
        return Scoring.score(version(version, NPS), facts, Given.FRESH);
    }

    private static Facts facts(String account, int ago, Observation... seen) {
        LocalDate day = TODAY.minusDays(ago);
        return Facts.of(new AccountId(account), day, List.of(seen), Map.of());
    }

    /// The versions in their order, from 1 on.
    private static IntFunction<ModelVersion> judges(Model... models) {
        return number -> version(number, models[number - 1]);
    }

    private static ModelVersion version(int number, Model model) {
        return new ModelVersion(number, "hash " + number, model);
    }
}
