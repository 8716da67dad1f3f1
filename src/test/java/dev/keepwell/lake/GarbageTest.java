package dev.keepwell.lake;

import static dev.keepwell.lake.GivenLake.DATASET;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Retired files go when nobody can be reading them any more, and never one that counts again.
class GarbageTest {

    private GivenLake given;
    private Garbage garbage;

    @BeforeEach
    void open(@TempDir Path folder) {
        given = GivenLake.in(folder);
        garbage = new Garbage(given.lake(), given.database());
    }

    @Test
    void a_retired_file_stays_for_an_hour() {
        given.publish("2026-10-01", "first");
        given.publish("2026-10-02", "second");
        var first = given.file("2026-10-01");
        retire(first);

        age("59 minutes");
        assertThat(garbage.collect(given.workspace())).isZero();
        assertThat(first.path()).exists();

        age("2 minutes");
        assertThat(garbage.collect(given.workspace())).isOne();
        assertThat(given.onDisk()).containsExactly(given.file("2026-10-02").path());
    }

    @Test
    void one_that_is_published_again_stays() {
        given.publish("2026-10-01", "first");
        retire(given.file("2026-10-01"));
        age("2 hours");
        given.publish("2026-10-01", "first");

        assertThat(garbage.collect(given.workspace())).isZero();
        assertThat(given.file("2026-10-01").path()).hasContent("first");
    }

    @Test
    void one_that_is_just_being_published_again_stays() {
        given.publish("2026-10-01", "first");
        retire(given.file("2026-10-01"));
        age("2 hours");

        given.database()
                .doIn(
                        given.workspace(),
                        session -> {
                            var draft = given.draft("first");
                            given.lake()
                                    .publish(
                                            session,
                                            given.workspace(),
                                            DATASET,
                                            "2026-10-01",
                                            draft);
                            assertThat(collectElsewhere()).isZero();
                        });

        assertThat(given.file("2026-10-01").path()).hasContent("first");
    }

    /// The other order: the row is being forgotten when the same bytes come again.
    @Test
    void one_that_is_published_while_it_is_deleted_is_written_anew() throws Exception {
        given.publish("2026-10-01", "first");
        retire(given.file("2026-10-01"));
        age("2 hours");
        var deleted = new CountDownLatch(1);

        try (var other = Executors.newSingleThreadExecutor()) {
            Future<?> publishing =
                    given.database()
                            .in(
                                    given.workspace(),
                                    session -> {
                                        given.lake().shelf(session, given.workspace()).collect();
                                        var started =
                                                other.submit(() -> {
                                                    deleted.countDown();
                                                    given.publish("2026-10-01", "first");
                                                });
                                        awaitQuietly(deleted);
                                        return started;
                                    });
            publishing.get();
        }

        assertThat(given.file("2026-10-01").path()).hasContent("first");
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private int collectElsewhere() {
        try (var other = Executors.newSingleThreadExecutor()) {
            return other.submit(() -> garbage.collect(given.workspace())).get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private void retire(LakeFile file) {
        given.database()
                .doIn(
                        given.workspace(),
                        it -> given.lake().retire(it, given.workspace(), List.of(file)));
    }

    private void age(String by) {
        given.sql("update lake.file set retired_at = retired_at - interval '%s'".formatted(by));
    }
}
