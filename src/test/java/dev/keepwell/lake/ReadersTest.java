package dev.keepwell.lake;

import static dev.keepwell.lake.GivenLake.DATASET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.Compaction.Layout;
import dev.keepwell.lake.GivenLake.Totals;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Somebody reads all the while that files are published, put together and deleted, by a server
/// that crashes at any step: nothing that was published is ever missing, and nothing is there
/// twice.
class ReadersTest {

    private static final int CRASHES = 200;
    private static final int SEEDS_MAX = 1_000;
    private static final int STEPS_MAX = 20;
    private static final int SEEDS_PER_RESTART = 25;

    /// Two cores are not much: the reader leaves something to those who write.
    private static final long PAUSE_NANOS = 10_000_000;

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Layout LAYOUT = new Layout(DATASET, "account nulls last, id");

    private final Failpoints points = new Failpoints();
    private final Database database = TestDatabase.open();

    /// Readers hold it shared: a server that starts sweeps before anybody reads.
    private final ReadWriteLock running = new ReentrantReadWriteLock();

    private final AtomicBoolean over = new AtomicBoolean();

    private Totals expected = new Totals(0, 0, 0);
    private int crashes;

    @Test
    void readers_see_all_that_was_published_whatever_crashes(@TempDir Path folder)
            throws Exception {
        var workspace = TestDatabase.freshWorkspace();
        var given = new GivenLake(folder, new Lake(folder), database, workspace);
        var failing =
                new GivenLake(
                        folder,
                        new Lake(folder, points.over(new LocalDisk())),
                        new Database(points.over(TestDatabase.postgres().source())),
                        workspace);
        try (var threads = Executors.newSingleThreadExecutor()) {
            var reads = threads.submit(() -> read(given));
            try {
                for (int seed = 0; crashes < CRASHES && seed < SEEDS_MAX; seed++) {
                    live(given, failing, seed);
                }
            } finally {
                over.set(true);
            }
            assertThat(reads.get()).isGreaterThan(CRASHES / 2);
        }
        assertThat(crashes).isEqualTo(CRASHES);
        restart(given);
    }

    private void live(GivenLake given, GivenLake failing, int seed) {
        var random = new Random(seed);
        var rows = 1 + random.nextInt(20);
        points.crashAfter(random.nextInt(STEPS_MAX));
        try {
            act(failing, random, rows);
        } catch (Failpoints.Crash e) {
            crashes++;
        } finally {
            points.disarm();
        }
        assertThat(given.totals()).as("seed %d", seed).isEqualTo(expected);
        if (seed % SEEDS_PER_RESTART == 0) {
            restart(given);
        }
    }

    private void act(GivenLake failing, Random random, int rows) {
        switch (random.nextInt(5)) {
            case 0 -> failing.compaction().settle(failing.workspace(), LAYOUT, TODAY);
            case 1 -> failing.compaction().tidy(failing.workspace(), LAYOUT);
            case 2 -> new Garbage(failing.lake(), failing.database()).collect(failing.workspace());
            default -> publish(failing, "2026-%d-0%d", random, rows);
        }
    }

    private void publish(GivenLake failing, String form, Random random, int rows) {
        var first = expected.max() + 1;
        var part = form.formatted(10 + random.nextInt(2), 1 + random.nextInt(3));
        try {
            failing.database()
                    .doIn(
                            failing.workspace(),
                            it ->
                                    failing.lake()
                                            .publish(
                                                    it,
                                                    failing.workspace(),
                                                    DATASET,
                                                    part,
                                                    failing.rowsFrom(first, rows)));
        } finally {
            if (points.hasCommitted()) {
                var last = first + rows - 1;
                expected =
                        new Totals(
                                expected.count() + rows,
                                expected.sum() + (first + last) * rows / 2,
                                last);
            }
        }
    }

    /// Returns how often it read.
    private int read(GivenLake given) {
        int reads = 0;
        var before = new Totals(0, 0, 0);
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            while (!over.get()) {
                running.readLock().lock();
                try {
                    var now = Totals.of(duck, given.files());
                    assertThat(now.count()).isGreaterThanOrEqualTo(before.count());
                    // Ids have no gaps, so whatever is missing or doubled shows.
                    assertThat(now.count()).isEqualTo(now.max());
                    assertThat(now.sum()).isEqualTo(now.max() * (now.max() + 1) / 2);
                    before = now;
                } finally {
                    running.readLock().unlock();
                }
                reads++;
                LockSupport.parkNanos(PAUSE_NANOS);
            }
        }
        return reads;
    }

    private void restart(GivenLake given) {
        running.writeLock().lock();
        try {
            assertThat(new Sweep(given.lake(), database).run(given.workspace())).isEmpty();
            var listed = new HashSet<Path>();
            given.files().forEach(it -> listed.add(it.path()));
            assertThat(given.onDisk()).hasSameElementsAs(List.copyOf(listed));
            assertThat(given.totals()).isEqualTo(expected);
            // Two hours later, what was retired before nobody is reading any more.
            given.sql("update lake.file set retired_at = retired_at - interval '2 hours'");
        } finally {
            running.writeLock().unlock();
        }
    }
}
