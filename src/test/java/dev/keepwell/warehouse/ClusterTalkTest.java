package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.job.Setback;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.cluster.ClusterSession;
import dev.keepwell.warehouse.cluster.ClusterTrouble;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/// What a cluster fails to do is told to people by rule, place and repair.
class ClusterTalkTest {

    /// A cluster in which everything fails in one way.
    private record Failing(ClusterTrouble.Kind kind) implements ClusterSession {

        private ClusterTrouble trouble() {
            return new ClusterTrouble(kind, "No space left on device", null);
        }

        @Override
        public void run(String sql) {
            throw trouble();
        }

        @Override
        public void show(String view, String columns, List<String> files) {
            throw trouble();
        }

        @Override
        public void write(String sql, String folder) {
            throw trouble();
        }

        @Override
        public List<String> columns(String sql) {
            throw trouble();
        }

        @Override
        public void close() {}
    }

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "UNREACHABLE, UNREACHABLE, cluster_unreachable",
        "TOKEN, CONFIGURATION, cluster_token",
        "LATE, UNREACHABLE, cluster_late",
        "FULL, CONFLICT, disk_full"
    })
    void what_trying_again_does_not_mend_is_refused(
            ClusterTrouble.Kind kind, Refusal.Kind refusal, String code) {
        assertThatThrownBy(() -> talk(kind).write("select 1", "folder"))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        it -> {
                            assertThat(it.kind()).isEqualTo(refusal);
                            assertThat(it.code()).isEqualTo(code);
                        });
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST", "CANCELLED"})
    void what_trying_again_may_mend_sets_the_job_back(ClusterTrouble.Kind kind) {
        assertThatThrownBy(() -> talk(kind).run("select 1")).isInstanceOf(Setback.class);
        assertThatThrownBy(() -> talk(kind).show("x", "", List.of())).isInstanceOf(Setback.class);
    }

    @Test
    void a_query_that_does_not_run_is_told_with_its_text() {
        assertThatThrownBy(() -> talk(ClusterTrouble.Kind.BROKEN).columns("select 1 / 0"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("select 1 / 0")
                .hasMessageContaining("somewhere");
    }

    private static ClusterTalk talk(ClusterTrouble.Kind kind) {
        return new ClusterTalk(new Failing(kind), "somewhere");
    }
}
