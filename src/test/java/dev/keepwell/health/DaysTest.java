package dev.keepwell.health;

import static dev.keepwell.health.GivenCompany.ACCOUNTS;
import static dev.keepwell.health.GivenCompany.FIRST;
import static dev.keepwell.health.GivenCompany.MODEL;
import static dev.keepwell.health.GivenCompany.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import dev.keepwell.postgres.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaysTest {

    private static final MetricName USAGE = new MetricName("usage_frequency");

    private static final String GROUPS = "groups:\n";
    private static final String TREND =
            """
              - group: revenue
                weight: 1
                measures:
                  - {metric: mrr_trend, weight: 1, curve: [[0.5, 0], [1, 60]], says: Paid.}
            """;

    private final GivenCompany company = new GivenCompany();
    private Database database;
    private WorkspaceId workspace;
    private Ledger ledger;
    private CurrentScores current;
    private Days days;
    private Models models;

    @BeforeEach
    void open(@TempDir Path folder) {
        var health = GivenHealth.open(company, folder);
        database = health.database();
        workspace = health.workspace();
        models = health.models();
        models.apply(workspace, MODEL, List.of());
        ledger = health.ledger();
        current = health.current();
        days = health.days();
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_band_goes_on_from_days_that_were_closed_before() {
        close(10, 20);
        close(0, 31);
        var filledIn = lines();

        forget();
        close(10, 20);
        close(0, 10);
        close(20, 31);

        assertThat(filledIn).hasSizeGreaterThan(ACCOUNTS * 25).isEqualTo(lines());
    }

    @Test
    void a_closed_day_is_not_closed_again() {
        assertThat(close(0, 10).daysClosed()).isEqualTo(10);
        assertThat(close(0, 10).daysClosed()).isZero();
        assertThat(close(5, 15).daysClosed()).isEqualTo(5);
    }

    @Test
    void a_new_model_leaves_closed_days_as_they_were_said_and_goes_on_from_their_bands() {
        close(0, 10);
        var said = lines();
        models.apply(workspace, MODEL.replace("[30, 80]", "[30, 50]"), List.of());

        var run = close(5, 12);

        assertThat(run.daysClosed()).isEqualTo(2);
        assertThat(run.daysOfOthers()).isEqualTo(5);
        assertThat(run.all().days()).isEqualTo(7);
        assertThat(lines()).containsAll(said);
        assertThat(versions()).isEqualTo(List.of(1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2));
    }

    @Test
    void a_version_for_a_later_day_leaves_the_days_before_to_the_one_before() {
        publishOn(FIRST.plusDays(2), FIRST.plusDays(5));

        var run = close(0, 12);

        assertThat(run.model().number()).isEqualTo(2);
        assertThat(run.daysClosed()).isEqualTo(12);
        assertThat(versions()).isEqualTo(List.of(1, 1, 1, 1, 1, 2, 2, 2, 2, 2, 2, 2));
        assertThat(close(0, 12).daysOfOthers()).isZero();
    }

    @Test
    void a_version_that_held_at_once_judges_every_day_that_is_open() {
        close(0, 2);
        publishOn(FIRST.plusDays(2), FIRST.plusDays(5));
        close(2, 7);
        models.apply(workspace, MODEL.replace("[30, 80]", "[30, 60]"), List.of());

        var run = close(0, 12);

        assertThat(run.daysClosed()).isEqualTo(5);
        assertThat(run.daysOfOthers()).isEqualTo(7);
        assertThat(versions()).isEqualTo(List.of(1, 1, 1, 1, 1, 2, 2, 3, 3, 3, 3, 3));
    }

    private void publishOn(LocalDate day, LocalDate effectiveOn) {
        var clock = Clock.fixed(day.atStartOfDay().toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
        database.doIn(
                workspace,
                session ->
                        new Models(database, clock)
                                .add(
                                        new ModelTable(session, workspace),
                                        MODEL.replace("[30, 80]", "[30, 50]"),
                                        PublishedVersion.Publication.silent("ann"),
                                        effectiveOn));
    }

    private List<Integer> versions() {
        var period = new Period(FIRST, FIRST.plusDays(12));
        return ledger.series(workspace, new AccountId("a1"), period).stream()
                .map(Ledger.Point::version)
                .toList();
    }

    @Test
    void closing_earlier_days_does_not_bring_back_who_has_left() {
        close(25, 31);
        assertThat(current.of(workspace, new AccountId("a0"))).isEmpty();

        close(0, 10);

        assertThat(ledger.on(workspace, new AccountId("a0"), FIRST)).isPresent();
        assertThat(current.of(workspace, new AccountId("a0"))).isEmpty();
    }

    /// Three days may pass before a feed counts as broken. From then on nothing sinks and nothing
    /// rises because of its silence.
    @Test
    void a_feed_that_broke_holds_what_was_last_heard() {
        company.isCompleteUntil(FIRST.plusDays(10));

        close(0, 31);

        for (int i = 1; i < ACCOUNTS; i++) {
            var account = new AccountId("a" + i);
            var heard = ledger.on(workspace, account, FIRST.plusDays(13)).orElseThrow();
            var silent = ledger.on(workspace, account, FIRST.plusDays(30)).orElseThrow();
            var last = (Observation.Measured) heard.facts().observation(USAGE);
            assertThat(silent.facts().observation(USAGE))
                    .isEqualTo(
                            new Observation.Measured(
                                    USAGE,
                                    Status.STALE,
                                    last.value(),
                                    last.observedOn(),
                                    last.source()));
            assertThat(silent.facts().conditions()).isEqualTo(heard.facts().conditions());
            assertThat(((Verdict.Scored) silent.verdict()).capped())
                    .isEqualTo(((Verdict.Scored) heard.verdict()).capped());
            assertThat(silent.warnings()).contains("held:usage_frequency");
        }
    }

    /// Otherwise the new model would find its new measures missing on the old day.
    @Test
    void another_model_is_told_what_the_first_never_asked() {
        close(20, 21);
        var judged = ledger.on(workspace, new AccountId("a1"), FIRST.plusDays(20)).orElseThrow();
        var wider = models.apply(workspace, MODEL.replace(GROUPS, GROUPS + TREND), List.of());

        var facts = days.factsFor(workspace, judged, wider.version());

        assertThat(facts.observation(new MetricName("mrr_trend")))
                .isInstanceOfSatisfying(
                        Observation.Measured.class, it -> assertThat(it.value()).isEqualTo(1));
        assertThat(facts.observations()).containsAllEntriesOf(judged.facts().observations());
    }

    @Test
    void tomorrow_cannot_be_closed() {
        assertThatThrownBy(() -> close(0, 60))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("up to today");
    }

    private Days.Closed close(int from, int until) {
        var period = new Period(FIRST.plusDays(from), FIRST.plusDays(until));
        return days.close(workspace, days.succession(workspace, null), period, TODAY, _ -> {});
    }

    private List<Ledger.Line> lines() {
        var lines = new ArrayList<Ledger.Line>();
        ledger.each(workspace, lines::add);
        lines.sort((a, b) -> a.toString().compareTo(b.toString()));
        return lines;
    }

    private void forget() {
        database.doIn(
                workspace,
                session ->
                        List.of("lake.file", "health.closed_day", "health.current")
                                .forEach(it -> session.sql().sql("delete from " + it).update()));
    }
}
