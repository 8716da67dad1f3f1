package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Work that lost what it rests on is done again, but not for ever.
class SetbackTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    /// Rests on something that is always lost.
    private record Unlucky() implements Work {
        @Override
        public String kind() {
            return "unlucky";
        }

        @Override
        public String perform(Job job, Progress progress) {
            assertThat(Jobs.isWorking()).isTrue();
            throw new Setback("cluster_lost", "The cluster is gone.", null);
        }
    }

    @Test
    void a_setback_leaves_the_job_as_a_crash_does() {
        assertThatThrownBy(() -> attempt(1)).isInstanceOf(Attempt.Interruption.class);
        assertThatThrownBy(() -> attempt(4)).isInstanceOf(Attempt.Interruption.class);
    }

    @Test
    void who_is_set_back_too_often_has_failed() {
        assertThat(attempt(5))
                .isEqualTo(
                        new Job.Failed(
                                NOON,
                                "cluster_lost",
                                "The cluster is gone. It was tried 5 times. Ask for the job again"
                                        + " when that is mended."));
    }

    @Test
    void outside_a_job_nobody_works() {
        assertThat(Jobs.isWorking()).isFalse();
    }

    private static Job.End attempt(int number) {
        var workspace = TestDatabase.freshWorkspace();
        var running = new Job.Running(NOON, number, "{}");
        var job = new Job(JobId.random(), workspace, "unlucky", "{}", NOON, running);
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        return new Attempt(TestDatabase.open(), clock, () -> false, job, number)
                .run(Map.of("unlucky", new Unlucky()));
    }
}
