package dev.keepwell.health;

import static dev.keepwell.health.Given.ACORN;
import static dev.keepwell.health.Given.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final AccountId BRIGHTWATER = new AccountId("brightwater");
    private static final List<AccountId> ACCOUNTS = List.of(ACORN, BRIGHTWATER);
    private static final int DAYS = 30;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final ModelVersion model = version(1);
    private Lake lake;
    private Ledger ledger;

    @BeforeEach
    void open(@TempDir Path folder) {
        lake = new Lake(folder);
        ledger = new Ledger(database, lake);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void a_score_is_read_back_as_it_was_given() {
        var month = month(model, 7);

        assertThat(ledger.append(workspace, month)).isEqualTo(2 * DAYS);

        for (var anatomy : month) {
            assertThat(ledger.on(workspace, anatomy.account(), anatomy.day())).contains(anatomy);
        }
        assertThat(ledger.on(workspace, ACORN, TODAY.plusDays(DAYS))).isEmpty();
    }

    @Test
    void the_ledger_alone_gives_every_score_again() {
        ledger.append(workspace, month(model, 7));

        for (var account : ACCOUNTS) {
            State state = Given.FRESH;
            for (int day = 0; day < DAYS; day++) {
                var kept = ledger.on(workspace, account, TODAY.plusDays(day)).orElseThrow();
                var again = Scoring.score(model, kept.facts(), state);
                assertThat(again).isEqualTo(kept);
                state = again.state();
            }
        }
    }

    @Test
    void a_month_that_is_over_becomes_one_file_and_says_what_its_days_said() {
        for (int day = 0; day < DAYS; day++) {
            ledger.append(workspace, month(model, 7).subList(2 * day, 2 * day + 2));
        }
        var period = new Period(TODAY, TODAY.plusDays(DAYS));
        var before = ledger.series(workspace, ACORN, period);
        assertThat(scoreFiles()).hasSize(DAYS);

        ledger.settle(workspace, TODAY.plusDays(DAYS - 1));
        assertThat(scoreFiles()).hasSize(DAYS);
        ledger.settle(workspace, TODAY.plusMonths(2));

        assertThat(scoreFiles()).hasSize(2);
        assertThat(ledger.series(workspace, ACORN, period)).isEqualTo(before).hasSize(DAYS);
        assertThat(ledger.append(workspace, month(model, 7))).isZero();
        assertThat(ledger.on(workspace, ACORN, TODAY)).contains(month(model, 7).getFirst());
    }

    private List<LakeFile> scoreFiles() {
        return database.in(workspace, it -> lake.files(it, workspace, "score"));
    }

    @Test
    void the_same_days_in_any_order_give_the_same_files() {
        var other = TestDatabase.freshWorkspace();
        var month = month(model, 7);
        var shuffled = new ArrayList<>(month);
        Collections.shuffle(shuffled, new Random(3));

        ledger.append(workspace, month);
        ledger.append(other, shuffled);

        assertThat(hashes(other, "score")).hasSize(1).isEqualTo(hashes(workspace, "score"));
        assertThat(hashes(other, "score_measure"))
                .hasSize(1)
                .isEqualTo(hashes(workspace, "score_measure"));
    }

    @Test
    void a_closed_day_is_not_written_again() {
        var first = month(model, 7);
        var second = month(model, 8);
        ledger.append(workspace, first.subList(0, 20));

        assertThat(ledger.append(workspace, second)).isEqualTo(2 * DAYS - 20);
        assertThat(ledger.append(workspace, second)).isZero();

        var early = first.getFirst();
        assertThat(ledger.on(workspace, early.account(), early.day())).contains(early);
        var late = second.getLast();
        assertThat(ledger.on(workspace, late.account(), late.day())).contains(late);
    }

    @Test
    void what_was_said_first_stays_whichever_model_comes_later() {
        var old = month(model, 7);
        ledger.append(workspace, old);

        assertThat(ledger.append(workspace, month(version(2), 8))).isZero();

        var day = old.getFirst();
        assertThat(ledger.on(workspace, day.account(), day.day())).contains(day);
        var series = ledger.series(workspace, ACORN, new Period(TODAY, TODAY.plusDays(DAYS)));
        assertThat(series).hasSize(DAYS).allMatch(it -> it.version() == 1);
    }

    @Test
    void a_version_stands_beside_what_was_said_and_beside_other_versions() {
        var said = month(model, 7);
        ledger.append(workspace, said);
        ledger.append(workspace, new Series.Backfill(2), month(version(2), 7));
        // The very rows that were said: a file is named by what it holds, and must not be taken
        // from the series that has it.
        ledger.append(workspace, new Series.Backfill(1), said);

        var day = said.getFirst();
        assertThat(ledger.on(workspace, ACORN, day.day())).contains(day);
        assertThat(ledger.on(workspace, ACORN, day.day(), new Series.Backfill(1))).contains(day);
        assertThat(ledger.on(workspace, ACORN, day.day(), new Series.Backfill(2)))
                .hasValueSatisfying(it -> assertThat(it.judge().version()).isEqualTo(2));
        assertThat(ledger.on(workspace, ACORN, day.day(), new Series.Backfill(3))).isEmpty();
        assertThat(ledger.on(workspace, ACORN, day.day(), new Series.Restated())).isEmpty();
        assertThat(ledger.append(workspace, new Series.Backfill(2), month(version(2), 8))).isZero();
    }

    @Test
    void what_is_known_now_replaces_what_was_known_before() {
        var known = month(model, 7);
        ledger.restate(workspace, new Period(TODAY, TODAY.plusDays(DAYS)), known);
        var later = month(model, 8).subList(2 * 10, 2 * 12);

        ledger.restate(workspace, new Period(TODAY.plusDays(10), TODAY.plusDays(15)), later);

        for (int day = 0; day < DAYS; day++) {
            var expected = day < 10 || day >= 15 ? known.get(2 * day) : null;
            expected = day == 10 || day == 11 ? later.get(2 * (day - 10)) : expected;
            assertThat(ledger.on(workspace, ACORN, TODAY.plusDays(day), new Series.Restated()))
                    .isEqualTo(Optional.ofNullable(expected));
        }
    }

    /// As an earlier program wrote them.
    @Test
    void files_without_the_newer_columns_are_read() {
        var said = month(model, 7);
        ledger.append(workspace, said);
        var caps = said.stream().filter(it -> !it.caps().isEmpty()).count();
        database.doIn(
                workspace,
                session -> {
                    var file = lake.files(session, workspace, "score").getFirst();
                    var draft = lake.draft();
                    try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
                        var rows = DuckDb.reading(List.of(file));
                        duck.write("select * exclude (binding_cap) from " + rows, draft);
                    }
                    lake.retire(session, workspace, List.of(file));
                    var old = new Draft(draft, file.rows());
                    lake.publish(session, workspace, "score", file.part(), old);
                });

        var read = said.stream().map(it -> ledger.on(workspace, it.account(), it.day())).toList();

        assertThat(read).allMatch(Optional::isPresent);
        assertThat(read.stream().flatMap(it -> it.orElseThrow().caps().stream()))
                .noneMatch(Anatomy.ActiveCap::isBinding);
        assertThat(caps).isPositive();
    }

    @Test
    void a_series_is_in_order_and_ends_before_its_end() {
        var month = month(model, 7);
        ledger.append(workspace, month.subList(DAYS, 2 * DAYS));
        ledger.append(workspace, month.subList(0, DAYS));

        var series =
                ledger.series(workspace, ACORN, new Period(TODAY.plusDays(1), TODAY.plusDays(4)));

        var expected =
                month.stream()
                        .filter(it -> it.account().equals(ACORN))
                        .map(it -> new Ledger.Point(it.day(), 1, it.coverage(), it.verdict()))
                        .toList();
        assertThat(series).isEqualTo(expected.subList(1, 4));
    }

    @Test
    void closing_in_two_runs_is_closing_in_one() {
        var facts = facts(7);
        var whole = closed(new Closing(model, Map.of()), facts);
        ledger.append(workspace, closed(new Closing(model, Map.of()), facts.subList(0, 13)));

        var states = ledger.statesBefore(workspace, TODAY.plusDays(13));
        var rest = closed(new Closing(model, states), facts.subList(13, DAYS));

        assertThat(rest).isEqualTo(whole.subList(2 * 13, 2 * DAYS));
    }

    @Test
    void a_new_version_takes_over_the_band_of_its_predecessor() {
        var month = month(model, 7);
        ledger.append(workspace, month);
        var next = TODAY.plusDays(DAYS);

        var last = new TreeMap<String, State>();
        month.forEach(it -> last.put(it.account().value(), it.state()));
        assertThat(ledger.statesBefore(workspace, next))
                .isEqualTo(Map.of(ACORN, last.get("acorn"), BRIGHTWATER, last.get("brightwater")));
        assertThat(ledger.statesBefore(workspace, TODAY)).isEmpty();
    }

    private List<String> hashes(WorkspaceId workspace, String dataset) {
        return database.in(workspace, session -> lake.files(session, workspace, dataset)).stream()
                .map(LakeFile::sha256)
                .toList();
    }

    private static List<Anatomy> month(ModelVersion model, long seed) {
        return closed(new Closing(model, Map.of()), facts(seed));
    }

    private static List<Anatomy> closed(Closing closing, List<List<Facts>> days) {
        return days.stream().flatMap(it -> closing.close(it).stream()).toList();
    }

    /// Every account on every day, its scores wandering across the borders of the bands.
    private static List<List<Facts>> facts(long seed) {
        var random = new Random(seed);
        var days = new ArrayList<List<Facts>>();
        for (int day = 0; day < DAYS; day++) {
            var today = TODAY.plusDays(day);
            days.add(ACCOUNTS.stream().map(it -> RandomDay.wandering(it, today, random)).toList());
        }
        return days;
    }

    private static ModelVersion version(int number) {
        return new ModelVersion(number, "hash " + number, RandomDay.wanderersModel());
    }
}
