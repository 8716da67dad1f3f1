package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class JobsTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Database database = TestDatabase.open();
    private final Clock clock = Clock.fixed(NOON, ZoneOffset.UTC);
    private final Turns turns = new Turns(TestDatabase.postgres().source(), true);
    private final Jobs jobs = new Jobs(database, clock, turns);
    private final WorkspaceId acorn = TestDatabase.freshWorkspace();
    private final WorkspaceId beacon = TestDatabase.freshWorkspace();
    private final List<Crew> crews = new ArrayList<>();

    /// How a test says what its work does.
    private interface Deed {
        String with(Job job, Progress progress) throws Exception;
    }

    private record Errand(Deed deed) implements Work {
        @Override
        public String kind() {
            return "errand";
        }

        @Override
        public String perform(Job job, Progress progress) {
            try {
                return deed.with(job, progress);
            } catch (RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    @AfterEach
    void stop() {
        crews.forEach(Crew::stop);
    }

    @Test
    void a_job_is_done_and_its_result_can_be_read() {
        var id = jobs.start(acorn, "errand", "{\"a\":1}");
        assertThat(jobs.find(acorn, id))
                .contains(new Job(id, acorn, "errand", "{\"a\":1}", NOON, new Job.Queued()));

        hire((job, _) -> "{\"got\":" + job.arguments() + "}");

        assertThat(end(acorn, id)).isEqualTo(new Job.Done(NOON, "{\"got\":{\"a\":1}}"));
    }

    @Test
    void a_refused_job_says_why() {
        var id = jobs.start(acorn, "errand", "{}");

        hire((_, _) -> {
            throw Refusal.invalid("bad_file", "The file has no header.");
        });

        assertThat(end(acorn, id))
                .isEqualTo(new Job.Failed(NOON, "bad_file", "The file has no header."));
    }

    @Test
    void a_job_that_meets_a_bug_fails_and_the_next_one_runs() {
        var first = jobs.start(acorn, "errand", "1");
        var second = jobs.start(acorn, "errand", "2");

        hire((job, _) -> "" + 10 / (Integer.parseInt(job.arguments()) - 1));

        assertThat(end(acorn, first))
                .isInstanceOfSatisfying(
                        Job.Failed.class, it -> assertThat(it.code()).isEqualTo("internal"));
        assertThat(end(acorn, second)).isEqualTo(new Job.Done(NOON, "10"));
    }

    @Test
    void a_job_of_an_unknown_kind_fails() {
        var id = jobs.start(acorn, "wonder", "{}");

        hire((_, _) -> "{}");

        assertThat(end(acorn, id))
                .isEqualTo(new Job.Failed(NOON, "unknown_work", "No work is called 'wonder'."));
    }

    @Test
    void progress_can_be_read_while_the_work_goes_on() throws InterruptedException {
        var reported = new CountDownLatch(1);
        var read = new CountDownLatch(1);
        hire((_, progress) -> {
            progress.report("{\"rows\":7}");
            reported.countDown();
            return "" + read.await(20, TimeUnit.SECONDS);
        });
        var id = jobs.start(acorn, "errand", "{}");

        assertThat(reported.await(20, TimeUnit.SECONDS)).isTrue();
        assertThat(jobs.find(acorn, id).orElseThrow().state())
                .isEqualTo(new Job.Running(NOON, 1, "{\"rows\":7}"));
        read.countDown();
        assertThat(end(acorn, id)).isEqualTo(new Job.Done(NOON, "true"));
    }

    @Test
    void jobs_of_one_workspace_run_one_after_the_other() {
        var order = Collections.synchronizedList(new ArrayList<String>());
        var meeting = new Semaphore(0);
        var last = start("1", "2", "3");

        hire((job, _) -> {
            order.add(job.arguments());
            meeting.release();
            // Two that run at the same time would meet here.
            var met = meeting.tryAcquire(2, 300, TimeUnit.MILLISECONDS);
            meeting.acquire(meeting.availablePermits());
            return met ? "met" : "alone";
        });

        assertThat(end(acorn, last)).isEqualTo(new Job.Done(NOON, "alone"));
        assertThat(order).containsExactly("1", "2", "3");
        assertThat(results()).containsExactly("alone", "alone", "alone");
    }

    @Test
    void jobs_of_two_workspaces_run_side_by_side() {
        var meeting = new CyclicBarrier(2);
        hire((_, _) -> "" + (meeting.await(20, TimeUnit.SECONDS) >= 0));

        var ours = jobs.start(acorn, "errand", "{}");
        var theirs = jobs.start(beacon, "errand", "{}");

        assertThat(end(acorn, ours)).isEqualTo(new Job.Done(NOON, "true"));
        assertThat(end(beacon, theirs)).isEqualTo(new Job.Done(NOON, "true"));
    }

    @Test
    void a_job_is_promised_with_the_commit_of_its_caller_or_not_at_all() {
        var ids = new ArrayList<JobId>();
        assertThatThrownBy(() ->
                        database.doIn(
                                acorn,
                                _ -> {
                                    ids.add(jobs.start(acorn, "errand", "{}"));
                                    throw new IllegalStateException("changed my mind");
                                }))
                .hasMessage("changed my mind");

        assertThat(jobs.find(acorn, ids.getFirst())).isEmpty();
        assertThat(scheduled(ids.getFirst())).isZero();
    }

    @Test
    void a_job_of_a_dead_process_is_done_again() {
        var id = jobs.start(acorn, "errand", "{}");
        pretendThatAProcessDiedDuring(id);

        var crew = hire((job, _) -> job.state().toString());

        assertThat(end(acorn, id))
                .isEqualTo(new Job.Done(NOON, new Job.Running(NOON, 2, "{}").toString()));
        crew.stop();
        assertThat(scheduled(id)).isZero();
    }

    @Test
    void a_process_that_lost_its_job_cannot_write_about_it_any_more() {
        var id = jobs.start(acorn, "errand", "{}");
        var stalled = begin(id);
        begin(id);

        assertThatThrownBy(() -> stalled.report("{\"rows\":1}"))
                .isInstanceOf(Attempt.Interruption.class);
        assertThat(
                        database.<Boolean>in(
                                acorn,
                                it -> new JobTable(it).finish(id, 1, new Job.Done(NOON, "{}"))))
                .isFalse();
        assertThat(jobs.find(acorn, id).orElseThrow().state())
                .isEqualTo(new Job.Running(NOON, 2, "{}"));
        endQuietly(id);
    }

    @Test
    void a_server_that_stops_leaves_its_job_for_the_next() throws InterruptedException {
        var begun = new CountDownLatch(1);
        var id = jobs.start(acorn, "errand", "{}");
        var crew =
                hire((_, progress) -> {
                    begun.countDown();
                    while (true) {
                        progress.report("{}");
                    }
                });
        assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        crew.stop();

        assertThat(jobs.find(acorn, id).orElseThrow().state())
                .isEqualTo(new Job.Running(NOON, 1, "{}"));
        hire((_, _) -> "{}");
        assertThat(end(acorn, id)).isEqualTo(new Job.Done(NOON, "{}"));
    }

    @Test
    void a_workspace_does_not_find_the_jobs_of_another() {
        var id = jobs.start(acorn, "errand", "{}");

        assertThat(jobs.find(beacon, id)).isEmpty();
        assertThatThrownBy(() -> new JobId("job_1")).isInstanceOf(Refusal.class);
        endQuietly(id);
    }

    private Crew hire(Deed deed) {
        var crew =
                new Crew(database, clock, turns, jobs, List.of(new Errand(deed)), Crew.HEARTBEAT);
        crews.add(crew);
        crew.start();
        return crew;
    }

    private JobId start(String... arguments) {
        return List.of(arguments).stream()
                .map(it -> jobs.start(acorn, "errand", it))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private List<String> results() {
        return database.in(
                acorn,
                it ->
                        Rows.of(
                                it.sql()
                                        .sql("select result from job.job order by turn")
                                        .query(String.class)));
    }

    private Job.State end(WorkspaceId workspace, JobId id) {
        return jobs.await(workspace, id, PATIENCE).state();
    }

    private Attempt begin(JobId id) {
        var job = database.in(acorn, it -> new JobTable(it).begin(id, NOON)).orElseThrow();
        var number = ((Job.Running) job.state()).attempt();
        return new Attempt(database, clock, () -> false, job, number);
    }

    /// As its rows would look: begun, and held by a scheduler whose heart no longer beats.
    private void pretendThatAProcessDiedDuring(JobId id) {
        begin(id);
        database.unscoped(it ->
                it.sql()
                        .sql(
                                """
                                update job.scheduled_tasks set
                                    picked = true,
                                    picked_by = 'a dead process',
                                    last_heartbeat = now()
                                where task_instance like '%' || ?
                                """)
                        .param(id.value())
                        .update());
    }

    private void endQuietly(JobId id) {
        hire((_, _) -> "{}");
        end(acorn, id);
    }

    private long scheduled(JobId id) {
        return database.unscoped(it ->
                it.sql()
                        .sql(
                                """
                                select count(*) from job.scheduled_tasks
                                where task_instance like '%' || ?
                                """)
                        .param(id.value())
                        .query(Long.class)
                        .single());
    }
}
