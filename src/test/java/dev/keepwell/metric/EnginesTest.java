package dev.keepwell.metric;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.spark.SparkHouse;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The catalogue says the same on DuckDB and on a Spark cluster, row by row: a part of it each
/// time, and all of it in the full round.
class EnginesTest {

    private static final int ONE_OF = 30;
    private static final int SEED = Integer.getInteger("keepwell.engines.seed", 1);

    @TempDir private Path folder;

    @Test
    void metrics_say_the_same_on_both_engines() throws IOException {
        agrees(
                new TwoEngines(SparkHouse.shared(), folder)
                        .compare(
                                6,
                                it -> Math.floorMod(it.hashCode() + SEED, ONE_OF) == 0,
                                _ -> {}));
    }

    @Test
    @Tag("long")
    void every_metric_says_the_same_on_both_engines() throws IOException {
        agrees(new TwoEngines(SparkHouse.shared(), folder).compare(6, _ -> true, _ -> {}));
    }

    /// Spark does the tasks of the lost executor again, on the one that is left.
    @Test
    @Tag("long")
    void a_worker_that_is_killed_in_mid_run_changes_nothing() throws IOException {
        try (var house = new SparkHouse()) {
            agrees(
                    new TwoEngines(house, folder)
                            .compare(
                                    60,
                                    _ -> true,
                                    it -> {
                                        if (it == 10) {
                                            Thread.startVirtualThread(house::loseWorker);
                                        }
                                    }));
        }
    }

    private static void agrees(TwoEngines.Found found) {
        System.out.printf(
                "%d metrics, %d rows compared, %d differences%n",
                found.metrics(), found.rows(), found.differences().size());
        assertThat(found.differences()).isEmpty();
        assertThat(found.rows()).isGreaterThan(found.metrics());
    }
}
