package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JobStageTest {

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Turns turns = new Turns(TestDatabase.postgres().source(), false);
    private final Jobs jobs = new Jobs(database, Clock.systemUTC(), turns);
    private final JobStage stage = new JobStage(database);
    private String first = "";

    @BeforeEach
    void promiseTwo() {
        first = jobs.start(workspace, "errand", "1").value();
        jobs.start(workspace, "errand", "2");
    }

    @AfterEach
    void takeBack() {
        scheduled("delete from job.scheduled_tasks where starts_with(task_instance, ?)");
    }

    @Test
    void a_job_whose_turn_has_just_come_does_not_wait() {
        assertThat(stage.waiting(workspace)).isEmpty();
    }

    @Test
    void a_job_waits_when_its_turn_has_come_and_nobody_takes_it() {
        change("execution_time = now() - interval '70 seconds'");

        checkWaiting("and nobody takes it.");
    }

    @Test
    void a_job_waits_when_nothing_is_heard_of_whoever_works_on_it() {
        change("picked = true, last_heartbeat = now() - interval '70 seconds'");

        checkWaiting("of whoever works on the job " + first + " (errand).");
    }

    @Test
    void a_job_that_is_worked_on_does_not_wait() {
        change(
                "picked = true, last_heartbeat = now(),"
                        + " execution_time = now() - interval '70 seconds'");

        assertThat(stage.waiting(workspace)).isEmpty();
    }

    @Test
    void a_job_that_nobody_knows_of_waits() {
        takeBack();

        assertThat(stage.waiting(workspace).map(Stage.Waiting::oldest)).hasValue(first);
    }

    @Test
    void a_workspace_without_jobs_waits_for_nothing() {
        assertThat(stage.waiting(TestDatabase.freshWorkspace())).isEqualTo(Optional.empty());
    }

    private void checkWaiting(String why) {
        var waiting = stage.waiting(workspace).orElseThrow();

        assertThat(waiting.oldest()).isEqualTo(first);
        assertThat(waiting.count()).isEqualTo(2);
        assertThat(waiting.waited()).isBetween(Duration.ofSeconds(70), Duration.ofSeconds(80));
        assertThat(waiting.reason()).contains("70 s").endsWith(why);
    }

    private void change(String values) {
        scheduled(
                "update job.scheduled_tasks set "
                        + values
                        + " where starts_with(task_instance, ?)");
    }

    private void scheduled(String statement) {
        database.unscoped(it -> it.sql().sql(statement).param(workspace + "/").update());
    }
}
