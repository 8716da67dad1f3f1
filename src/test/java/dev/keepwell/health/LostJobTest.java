package dev.keepwell.health;

import static dev.keepwell.health.GivenCompany.FIRST;
import static dev.keepwell.health.GivenCompany.MODEL;
import static dev.keepwell.health.GivenCompany.TODAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.Period;
import dev.keepwell.postgres.Session;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whoever has lost the job writes nothing of it any more.
class LostJobTest {

    private static final Period DAYS = new Period(FIRST, FIRST.plusDays(5));

    /// As [dev.keepwell.job.Progress#hold] when another server has taken over.
    private static final class Lost implements Steps<LocalDate>, Backfilling.Listener {

        @Override
        public void done(LocalDate step) {}

        @Override
        public void closed(LocalDate day, int days) {}

        @Override
        public void hold(Session session) {
            throw new IllegalStateException("taken over");
        }
    }

    private final GivenCompany company = new GivenCompany();
    private GivenHealth health;

    @BeforeEach
    void open(@TempDir Path folder) {
        health = GivenHealth.open(company, folder);
        health.models().apply(health.workspace(), MODEL, List.of());
    }

    @AfterEach
    void close() {
        health.ledger().close();
    }

    @Test
    void no_day_is_closed() {
        checkLost(() -> closeDays(new Lost()));

        assertThat(lines()).isZero();
        closeDays(_ -> {});
        assertThat(lines()).isPositive();
    }

    @Test
    void no_day_is_filled_in() {
        var filling =
                new Backfilling(
                        health.database(), health.hearing(), health.ledger(), health.closedDays());
        var model = health.models().current(health.workspace());

        checkLost(() -> filling.fill(health.workspace(), model, DAYS, new Lost()));

        assertThat(lines()).isZero();
        filling.fill(health.workspace(), model, DAYS, (_, _) -> {});
        assertThat(lines()).isPositive();
    }

    @Test
    void no_day_is_restated() {
        closeDays(_ -> {});
        company.doesNotUse("a3", FIRST.minusDays(40), FIRST.plusDays(3));
        var before = lines();
        var restating =
                new Restating(
                        health.database(),
                        health.hearing(),
                        health.models(),
                        health.ledger(),
                        health.closedDays());

        checkLost(() -> restating.restate(health.workspace(), DAYS, new Lost()));

        assertThat(lines()).isEqualTo(before);
        restating.restate(health.workspace(), DAYS, _ -> {});
        assertThat(lines()).isGreaterThan(before);
    }

    private void closeDays(Steps<LocalDate> steps) {
        var workspace = health.workspace();
        var judges = health.days().succession(workspace, null);
        health.days().close(workspace, judges, DAYS, TODAY, steps);
    }

    private static void checkLost(ThrowingCallable writing) {
        assertThatThrownBy(writing).hasMessage("taken over");
    }

    /// Closed days and files of every series: each write adds to them.
    private long lines() {
        return health.database()
                .in(
                        health.workspace(),
                        it ->
                                it.sql()
                                        .sql(
                                                """
                                                select (select count(*) from health.closed_day)
                                                    + (select count(*) from lake.file)
                                                """)
                                        .query(Long.class)
                                        .single());
    }
}
