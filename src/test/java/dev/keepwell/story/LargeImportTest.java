package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// A file larger than the memory, taken in by a server that is killed again and again.
class LargeImportTest {

    private static final long MEGABYTES = Long.getLong("keepwell.large.megabytes", 1_024);
    private static final int KILLS = Integer.getInteger("keepwell.large.kills", 20);
    private static final String HEAP = "256m";
    private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofHours(2);

    @TempDir private Path folder;
    private long worked;

    @Test
    @Tag("long")
    void nothing_is_missing_and_nothing_double() throws Exception {
        var file = folder.resolve("usage_event.csv");
        long rows = write(file);
        var home = folder.resolve("home");
        try (var server = new ServerProcess(home, HEAP)) {
            var path = "/imports/" + server.post("/imports", Map.of()).path("id").asString();
            server.upload(path + "/files/usage_event.csv", file);
            var job = server.post(path + "/start", Map.of()).path("id").asString();
            var random = new Random(7);
            var points = random.longs(KILLS, 1, rows).sorted().toArray();
            for (var point : points) {
                await(server, job, point);
                server.killAndStart();
            }
            var done = await(server, job, Long.MAX_VALUE);
            assertThat(done.path("state").asString()).as("" + done).isEqualTo("done");
            var counts = done.path("result").path("files").path(0);
            assertThat(counts.path("created").asLong()).as("" + counts).isEqualTo(rows);
            assertThat(counts.path("read").asLong()).isEqualTo(rows);
            // What was written and never listed is swept away when a server starts.
            server.restart();
        }
        assertThat(stored(home)).isEqualTo("%d %d %d".formatted(rows, rows, sum(rows)));
        System.out.printf(
                "%,d MB, %,d rows, heap %s, %d kills: %,d rows a second%n",
                Files.size(file) >> 20, rows, HEAP, KILLS, rows * 1_000 / Math.max(1, worked));
    }

    /// Waits until so many lines are done, or the job is, and counts the time in which it worked.
    private JsonNode await(ServerProcess server, String job, long lines) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        long began = System.nanoTime();
        var first = -1L;
        while (true) {
            var now = server.get("/jobs/" + job);
            var state = now.path("state").asString();
            var done = now.path("progress").path("lines").asLong(0);
            first = first < 0 ? done : first;
            if (done > first && done >= lines || state.equals("done") || state.equals("failed")) {
                worked += (System.nanoTime() - began) / 1_000_000;
                return now;
            }
            assertThat(System.nanoTime()).as("" + now).isLessThan(end);
            new CountDownLatch(1).await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private static long write(Path file) throws IOException {
        long rows = 0;
        long bytes = 0;
        try (var out = Files.newBufferedWriter(file)) {
            out.write("event_id,account_id,user_id,event_name,occurred_at,event_count\n");
            while (bytes < MEGABYTES << 20) {
                var line =
                        "evt-%09d,account-%d,user-%d@example.com,report_opened,%s,%d\n"
                                .formatted(
                                        rows,
                                        rows % 997,
                                        rows % 9_973,
                                        FIRST.plusSeconds(rows),
                                        count(rows));
                out.write(line);
                bytes += line.length();
                rows++;
            }
        }
        return rows;
    }

    private static long count(long row) {
        return 1 + row % 7;
    }

    private static long sum(long rows) {
        long sum = 0;
        for (long i = 0; i < rows; i++) {
            sum += count(i);
        }
        return sum;
    }

    /// How many rows, how many of them different, and what they count together.
    private static String stored(Path home) {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            return duck.query(
                            "select count(*), count(distinct event_id), sum(event_count)"
                                    + " from read_parquet('%s/lake/default/usage_event/*.parquet')"
                                            .formatted(home),
                            (row, _) ->
                                    "%s %s %s"
                                            .formatted(
                                                    row.getString(1),
                                                    row.getString(2),
                                                    row.getString(3)))
                    .getFirst();
        }
    }
}
