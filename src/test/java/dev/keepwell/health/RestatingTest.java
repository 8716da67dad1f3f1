package dev.keepwell.health;

import static dev.keepwell.health.GivenCompany.FIRST;
import static dev.keepwell.health.GivenCompany.MODEL;
import static dev.keepwell.health.GivenCompany.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Days are published, then more becomes known of them.
class RestatingTest {

    private static final double CLOSE = 1e-9;
    private static final AccountId LATE = new AccountId("a3");
    private static final int DAYS = 31;
    private static final Period MARCH = new Period(FIRST, FIRST.plusDays(DAYS));

    private final GivenCompany company = new GivenCompany();
    private Database database;
    private WorkspaceId workspace;
    private Lake lake;
    private Ledger ledger;
    private Days days;
    private Models models;
    private Restating restating;
    private Backfilling backfilling;
    private Scores scores;
    private ClosedDays closedDays;

    @BeforeEach
    void open(@TempDir Path folder) {
        var health = GivenHealth.open(company, folder);
        database = health.database();
        workspace = health.workspace();
        models = health.models();
        models.apply(workspace, MODEL, List.of());
        lake = health.lake();
        ledger = health.ledger();
        closedDays = health.closedDays();
        days = health.days();
        restating = new Restating(database, health.hearing(), models, ledger, closedDays);
        backfilling = new Backfilling(database, health.hearing(), ledger, closedDays);
        scores = new Scores(ledger, health.current(), models, days);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void nothing_is_restated_where_nothing_more_is_known() {
        publish();

        assertThat(restate().lines()).isZero();

        assertThat(scores.on(workspace, LATE, FIRST, new Series.Restated())).isEqualTo(said(FIRST));
    }

    @Test
    void a_late_record_leaves_what_was_said_and_stands_beside_it() {
        publish();
        var files = published();
        var said = said(day(20)).orElseThrow();
        company.doesNotUse("a3", day(-40), day(10));
        var untouched = new AccountId("a4");

        var restated = restate();

        assertThat(published()).isEqualTo(files);
        assertThat(said(day(20))).contains(said);
        var known = scores.on(workspace, LATE, day(20), new Series.Restated()).orElseThrow();
        assertThat(known.verdict()).isNotEqualTo(said.verdict());
        assertThat(known).isEqualTo(asPublishedByAnother(day(20)));
        assertThat(ledger.on(workspace, untouched, day(20), new Series.Restated())).isEmpty();
        assertThat(restated.days()).isEqualTo(DAYS);
        assertThat(restated.lines()).isBetween(10L, (long) DAYS);
    }

    /// What one says who closes the days only now.
    private Anatomy asPublishedByAnother(LocalDate day) {
        var version = models.current(workspace);
        backfilling.fill(workspace, version, MARCH, (_, _) -> {});
        return ledger.on(workspace, LATE, day, new Series.Backfill(1)).orElseThrow();
    }

    @Test
    void restating_again_says_what_is_known_now_and_no_more() {
        publish();
        company.doesNotUse("a3", day(-40), day(10));
        restate();
        company.uses("a3", day(-1));
        company.leaves("a5", day(25));

        restate();

        var known = scores.on(workspace, LATE, day(20), new Series.Restated()).orElseThrow();
        assertThat(known).isEqualTo(asPublishedByAnother(day(20)));
        var left = new AccountId("a5");
        assertThat(scores.on(workspace, left, day(24), new Series.Restated())).isPresent();
        assertThat(scores.on(workspace, left, day(26), new Series.Restated())).isEmpty();
        assertThat(scores.on(workspace, left, day(26))).isPresent();
    }

    @Test
    void a_change_tells_late_data_apart_and_sums_to_what_was_published() {
        publish();
        company.doesNotUse("a3", day(5), day(10));
        restate();
        var from = said(day(2)).orElseThrow();
        var to = said(day(20)).orElseThrow();

        var change = scores.change(workspace, from, to).orElseThrow();

        assertThat(sum(change.lines())).isCloseTo(published(to) - published(from), within(CLOSE));
        var late = change.lines().stream().filter(it -> it.cause() == Cause.LATE_DATA).toList();
        var known = scores.on(workspace, LATE, day(20), new Series.Restated()).orElseThrow();
        assertThat(sum(late)).isCloseTo(raw(to) - raw(known), within(CLOSE)).isNotZero();
        assertThat(change.from()).isEqualTo(new Change.Point(day(2), published(from)));
        assertThat(change.to()).isEqualTo(new Change.Point(day(20), published(to)));
    }

    @Test
    void days_are_restated_by_the_version_that_published_them() {
        publish(0, 10);
        models.apply(workspace, MODEL.replace("[30, 80]", "[30, 60]"), List.of());
        publish(10, 20);
        company.doesNotUse("a3", day(3), day(9));

        restating.restate(workspace, new Period(FIRST, day(20)), _ -> {});

        assertThat(version(day(9), new Series.Restated())).isEqualTo(1);
        assertThat(version(day(10), new Series.Restated())).isEqualTo(2);
        var change =
                scores.change(workspace, said(day(9)).orElseThrow(), said(day(10)).orElseThrow())
                        .orElseThrow();
        var moved = published(said(day(10)).orElseThrow()) - published(said(day(9)).orElseThrow());
        assertThat(sum(change.lines())).isCloseTo(moved, within(CLOSE));
        assertThat(change.lines()).extracting(Line::cause).contains(Cause.CONFIG, Cause.LATE_DATA);
    }

    @Test
    void a_back_fill_goes_on_where_it_was_cut_off() {
        publish();
        var other = models.apply(workspace, MODEL.replace("[30, 80]", "[30, 60]"), List.of());
        var whole = Series.of("backfill", 2);
        backfilling.fill(workspace, other.version(), new Period(FIRST, day(12)), (_, _) -> {});

        var filled = backfilling.fill(workspace, other.version(), MARCH, (_, _) -> {});

        assertThat(filled).isEqualTo(DAYS - 12);
        assertThat(closedDays.total(workspace, whole, MARCH).days()).isEqualTo(DAYS);
        assertThat(backfilling.fill(workspace, other.version(), MARCH, (_, _) -> {})).isZero();
        var fresh = TestDatabase.freshWorkspace();
        assertThat(ledger.series(fresh, LATE, MARCH, whole)).isEmpty();
        assertThat(ledger.series(workspace, LATE, MARCH, whole))
                .hasSize(DAYS)
                .allMatch(it -> it.version() == 2);
        assertThat(ledger.series(workspace, LATE, MARCH)).allMatch(it -> it.version() == 1);
    }

    private void publish() {
        publish(0, DAYS);
    }

    private void publish(int from, int until) {
        var judges = days.succession(workspace, null);
        days.close(workspace, judges, new Period(day(from), day(until)), TODAY, _ -> {});
    }

    private Restating.Restated restate() {
        return restating.restate(workspace, MARCH, _ -> {});
    }

    private Optional<Anatomy> said(LocalDate day) {
        return scores.on(workspace, LATE, day);
    }

    private int version(LocalDate day, Series series) {
        return ledger.on(workspace, LATE, day, series).orElseThrow().judge().version();
    }

    /// The published files, which are named by the bytes that they hold.
    private List<LakeFile> published() {
        return database.in(
                workspace,
                session ->
                        List.of("score", "score_measure").stream()
                                .flatMap(it -> lake.files(session, workspace, it).stream())
                                .toList());
    }

    private static LocalDate day(int number) {
        return FIRST.plusDays(number);
    }

    private static double published(Anatomy anatomy) {
        return Given.scored(anatomy).published();
    }

    private static double raw(Anatomy anatomy) {
        return Given.scored(anatomy).raw();
    }

    private static double sum(List<Line> lines) {
        return lines.stream().mapToDouble(Line::points).sum();
    }
}
