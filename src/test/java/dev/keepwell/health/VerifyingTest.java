package dev.keepwell.health;

import static dev.keepwell.health.GivenCompany.FIRST;
import static dev.keepwell.health.GivenCompany.MODEL;
import static dev.keepwell.health.GivenCompany.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Verifying.Difference;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyingTest {

    private Database database;
    private WorkspaceId workspace;
    private Lake lake;
    private Ledger ledger;
    private Models models;
    private Days days;
    private Verifying verifying;

    /// Days are closed out of their order, by two versions, and history is computed by the second.
    @BeforeEach
    void open(@TempDir Path folder) {
        var health = GivenHealth.open(new GivenCompany(), folder);
        database = health.database();
        workspace = health.workspace();
        models = health.models();
        models.apply(workspace, MODEL, List.of());
        lake = health.lake();
        ledger = health.ledger();
        var closedDays = health.closedDays();
        days = health.days();
        publish(15, 20);
        publish(0, 8);
        var second = models.apply(workspace, MODEL.replace("[30, 80]", "[30, 60]"), List.of());
        publish(8, 25);
        new Backfilling(database, health.hearing(), ledger, closedDays)
                .fill(workspace, second.version(), days(4, 22), (_, _) -> {});
        verifying = new Verifying(models, ledger, closedDays);
    }

    @AfterEach
    void close() {
        ledger.close();
    }

    @Test
    void every_line_comes_out_again_from_the_ledger_alone() {
        var told = new ArrayList<Long>();

        var verified = verifying.verify(workspace, told::add);

        assertThat(verified.first()).isEmpty();
        assertThat(verified.differing()).isZero();
        // The account that leaves is there for nineteen of the days.
        assertThat(verified.lines()).isEqualTo(39 * 25 + 19 + 39 * 18 + 15);
        assertThat(verified.bytesPerLine()).isBetween(1.0, 1_000.0);
        assertThat(told.getLast()).isEqualTo(verified.lines());
    }

    @Test
    void a_line_that_was_tampered_with_is_found() {
        tamper(
                "score",
                "replace (case when account_id = 'a7' then published + 1"
                        + " else published end as published)");

        var verified = verifying.verify(workspace, _ -> {});

        assertThat(verified.differing()).isPositive();
        assertThat(verified.first()).extracting(Difference::account).containsOnly("a7");
        assertThat(verified.first()).extracting(Difference::step).containsOnly("score");
    }

    @Test
    void an_input_that_was_tampered_with_is_found() {
        tamper(
                "score_measure",
                "replace (case when account_id = 'a7' then value + 1"
                        + " else value end as value)");

        var verified = verifying.verify(workspace, _ -> {});

        assertThat(verified.differing()).isPositive();
        assertThat(verified.first()).extracting(Difference::step).containsOnly("input");
    }

    private void tamper(String dataset, String change) {
        database.doIn(
                workspace,
                session -> {
                    var file = lake.files(session, workspace, dataset).getFirst();
                    var draft = lake.draft();
                    try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
                        var rows = DuckDb.reading(List.of(file));
                        duck.write("select * %s from %s".formatted(change, rows), draft);
                    }
                    lake.retire(session, workspace, List.of(file));
                    var other = new Draft(draft, file.rows());
                    lake.publish(session, workspace, dataset, file.part(), other);
                });
    }

    private void publish(int from, int until) {
        days.close(workspace, days.succession(workspace, null), days(from, until), TODAY, _ -> {});
    }

    private static Period days(int from, int until) {
        return new Period(FIRST.plusDays(from), FIRST.plusDays(until));
    }
}
