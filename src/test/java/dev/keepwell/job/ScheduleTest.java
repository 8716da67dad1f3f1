package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.story.TestDatabase;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final String NIGHTLY = "nightly";

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final InstantSource time = () -> this.now;
    private final Turns turns = new Turns(TestDatabase.postgres().source(), false);
    private final Jobs jobs = new Jobs(database, time.withZone(ZoneOffset.UTC), turns);
    private Instant now = Instant.parse("2026-03-27T12:00:00Z");
    private ZoneId zone = ZoneId.of("Europe/Berlin");
    private Optional<String> holdup = Optional.empty();
    private Function<LocalDate, Optional<JobId>> deed =
            day -> Optional.of(jobs.start(workspace, NIGHTLY, day.toString()));

    private final class Nightly implements Daily {
        @Override
        public String name() {
            return NIGHTLY;
        }

        @Override
        public LocalTime at() {
            return LocalTime.of(0, 30);
        }

        @Override
        public Optional<JobId> start(WorkspaceId workspace, LocalDate day) {
            return deed.apply(day);
        }
    }

    private final Schedule schedule =
            new Schedule(
                    database,
                    time.withZone(ZoneOffset.UTC),
                    _ -> zone,
                    List.of(new Nightly()),
                    List.of((_, _) -> holdup));

    @Test
    void the_first_date_is_the_one_after_a_workspace_was_seen() {
        look();
        look();
        at("2026-03-27T23:29:59Z");
        assertThat(promised()).isEmpty();

        at("2026-03-27T23:30:00Z");

        assertThat(promised()).containsExactly("2026-03-28");
        assertThat(rows()).containsExactly("2026-03-27 first", "2026-03-28 started");
    }

    @Test
    void what_was_missed_is_caught_up_oldest_first_and_one_after_the_other() {
        look();
        at("2026-03-30T22:31:00Z");
        look();
        assertThat(promised()).containsExactly("2026-03-28");

        for (int i = 0; i < 10; i++) {
            endAll();
            look();
        }

        assertThat(promised())
                .containsExactly("2026-03-28", "2026-03-29", "2026-03-30", "2026-03-31");
    }

    @Test
    void servers_that_look_at_once_start_a_date_once() throws Exception {
        look();
        now = Instant.parse("2026-03-28T12:00:00Z");
        var meeting = new CyclicBarrier(4);

        try (var servers = Executors.newFixedThreadPool(4)) {
            var looks =
                    List.<Future<?>>of(
                            servers.submit(() -> meet(meeting)),
                            servers.submit(() -> meet(meeting)),
                            servers.submit(() -> meet(meeting)),
                            servers.submit(() -> meet(meeting)));
            for (var look : looks) {
                look.get();
            }
        }

        assertThat(promised()).containsExactly("2026-03-28");
    }

    @Test
    void a_crash_between_the_promise_and_the_mark_leaves_neither() {
        look();
        var right = deed;
        deed =
                day -> {
                    right.apply(day);
                    throw new IllegalStateException("The lights went out.");
                };

        assertThatThrownBy(() -> at("2026-03-28T12:00:00Z")).hasMessage("The lights went out.");
        assertThat(promised()).isEmpty();
        assertThat(rows()).containsExactly("2026-03-27 first");

        deed = right;
        look();
        look();
        assertThat(promised()).containsExactly("2026-03-28");
    }

    @Test
    void a_date_waits_with_its_reason_while_something_holds_it_up() {
        look();
        holdup = Optional.of("3 events are waiting.");
        at("2026-03-28T12:00:00Z");
        look();

        assertThat(promised()).isEmpty();
        assertThat(overdue()).isEqualTo("2026-03-28 3 events are waiting.");

        holdup = Optional.empty();
        look();
        assertThat(promised()).containsExactly("2026-03-28");
        assertThat(schedule.overdue(workspace, new Nightly())).isEmpty();
    }

    @Test
    void a_refusal_is_why_a_date_waits() {
        look();
        var right = deed;
        deed =
                day -> {
                    right.apply(day);
                    throw Refusal.invalid("no_model", "There is no model.");
                };
        at("2026-03-28T12:00:00Z");

        assertThat(promised()).isEmpty();
        assertThat(overdue()).isEqualTo("2026-03-28 There is no model.");

        deed = right;
        look();
        assertThat(promised()).containsExactly("2026-03-28");
    }

    @Test
    void a_date_without_anything_to_do_is_done() {
        look();
        deed = _ -> Optional.empty();
        at("2026-03-29T12:00:00Z");
        look();
        look();

        assertThat(promised()).isEmpty();
        assertThat(rows())
                .containsExactly("2026-03-27 first", "2026-03-28 started", "2026-03-29 started");
    }

    @Test
    void moving_to_another_zone_leaves_no_date_out_and_does_none_again() {
        zone = ZoneId.of("Pacific/Kiritimati");
        look();
        at("2026-03-28T10:30:00Z");
        endAll();
        assertThat(promised()).containsExactly("2026-03-29");

        zone = ZoneId.of("Pacific/Pago_Pago");
        at("2026-03-29T11:00:00Z");
        at("2026-03-30T11:29:59Z");
        assertThat(promised()).containsExactly("2026-03-29");

        at("2026-03-30T11:30:00Z");
        assertThat(promised()).containsExactly("2026-03-29", "2026-03-30");
    }

    @Test
    void a_clock_that_is_set_back_does_nothing_again() {
        look();
        at("2026-03-28T12:00:00Z");
        endAll();
        for (var moment : List.of("2026-03-27T12:00:00Z", "1970-01-01T00:00:00Z")) {
            at(moment);
        }
        at("2026-03-28T23:30:00Z");

        assertThat(promised()).containsExactly("2026-03-28", "2026-03-29");
    }

    private void meet(CyclicBarrier meeting) {
        try {
            meeting.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        look();
    }

    private void at(String moment) {
        now = Instant.parse(moment);
        look();
    }

    private void look() {
        schedule.look(workspace);
    }

    private String overdue() {
        var overdue = schedule.overdue(workspace, new Nightly()).orElseThrow();
        return overdue.day() + " " + overdue.reason();
    }

    private List<String> promised() {
        return column("select arguments from job.job order by turn");
    }

    private List<String> rows() {
        return column("select day || ' ' || state from job.daily order by day");
    }

    private List<String> column(String query) {
        return database.in(workspace, it -> Rows.of(it.sql().sql(query).query(String.class)));
    }

    /// As a crew would, without one: it would do the jobs of others, too.
    private void endAll() {
        database.doIn(
                workspace,
                session -> {
                    var table = new JobTable(session);
                    for (var id = table.next(); id.isPresent(); id = table.next()) {
                        table.begin(id.get(), now);
                        table.finish(id.get(), 1, new Job.Done(now, "{}"));
                    }
                    session.sql()
                            .sql(
                                    "delete from job.scheduled_tasks where"
                                            + " starts_with(task_instance, ?)")
                            .param(workspace + "/")
                            .update();
                });
    }
}
