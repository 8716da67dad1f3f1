package dev.keepwell.source.event;

import dev.keepwell.Keepwell;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Tokens;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/// Prints how many events a second the door makes durable, as a share of what it could parse alone,
/// in turns in one run; and how long it takes until an event is stored. How fast a machine is, no
/// test asserts.
@Tag("long")
class DoorSpeedTest {

    private static final int SENDERS = 16;
    private static final Duration TURN = Duration.ofSeconds(3);
    private static final int TURNS = 3;
    private static final int PROBES = 60;

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicLong drawn = new AtomicLong();
    @TempDir private Path folder;

    @Test
    void durable_events_as_a_share_of_parsed_ones() {
        try (var house = start()) {
            var key =
                    house.getBean(Tokens.class)
                            .createWriteKey(WorkspaceId.DEFAULT, "speed", null)
                            .secret();
            var port = house.getEnvironment().getProperty("local.server.port");
            var address = "http://127.0.0.1:" + port;
            for (int size : new int[] {1, 100, 500}) {
                compare(address, key, size);
            }
            settle(house);
            visible(house, address, key);
        }
    }

    private ConfigurableApplicationContext start() {
        return new SpringApplication(Keepwell.class)
                .run(
                        "--server.port=0",
                        "--keepwell.home=" + folder,
                        "--keepwell.database-url=",
                        "--keepwell.test.parse-only=yes",
                        "--keepwell.ingest.requests-per-second=1000000",
                        "--keepwell.ingest.megabytes-per-second=2000",
                        "--logging.level.root=ERROR");
    }

    private void compare(String address, String key, int size) {
        var ratios = new ArrayList<Double>();
        var rates = new ArrayList<Double>();
        rate(address + "/v1/parse-only", key, size);
        rate(address + "/v1/batch", key, size);
        for (int i = 0; i < TURNS; i++) {
            var parsed = rate(address + "/v1/parse-only", key, size);
            var durable = rate(address + "/v1/batch", key, size);
            ratios.add(durable / parsed);
            rates.add(durable);
        }
        ratios.sort(null);
        rates.sort(null);
        System.out.printf(
                "Batches of %d: %,.0f durable events a second (%,.0f to %,.0f),"
                        + " %.2f of parsing alone (%.2f to %.2f)%n",
                size,
                rates.get(TURNS / 2),
                rates.getFirst(),
                rates.getLast(),
                ratios.get(TURNS / 2),
                ratios.getFirst(),
                ratios.getLast());
    }

    private double rate(String address, String key, int size) {
        var accepted = new AtomicLong();
        var start = System.nanoTime();
        var end = start + TURN.toNanos();
        try (var senders = Executors.newFixedThreadPool(SENDERS)) {
            for (int i = 0; i < SENDERS; i++) {
                senders.execute(() -> {
                    while (System.nanoTime() < end) {
                        accepted.addAndGet(send(address, key, size));
                    }
                });
            }
        }
        return accepted.get() * 1e9 / (System.nanoTime() - start);
    }

    /// How many events were taken.
    private int send(String address, String key, int size) {
        var first = drawn.getAndAdd(size);
        var body =
                IntStream.range(0, size)
                        .mapToObj(it -> event(first + it))
                        .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        var request =
                HttpRequest.newBuilder(URI.create(address))
                        .header("Authorization", "Bearer " + key)
                        .POST(BodyPublishers.ofString(body))
                        .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200 ? size : 0;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String event(long number) {
        return """
        {"type":"track","event":"Report Exported","messageId":"node-next-1795294783278-%012d",\
        "userId":"u-%d","anonymousId":"ca460cf7-12fb-489f-8490-e722b4944807",\
        "timestamp":"2026-03-01T10:00:00.000Z","integrations":{},"properties":{"format":"csv",\
        "rows":10321,"revenue":19.99,"currency":"USD"},"context":{"groupId":"acct-%d",\
        "ip":"203.0.113.9","library":{"name":"@segment/analytics-node","version":"3.1.0"}}}\
        """
                .formatted(number, number % 500, number % 50);
    }

    private static long waiting(ConfigurableApplicationContext house) {
        List<Balance.Line> lines = house.getBean(Balance.class).bySource(WorkspaceId.DEFAULT);
        return Balance.total(lines).waiting();
    }

    private static void settle(ConfigurableApplicationContext house) {
        var start = System.nanoTime();
        var before = waiting(house);
        while (waiting(house) > 0) {
            Thread.onSpinWait();
        }
        System.out.printf(
                "Settled %,d waiting events in %.1f s%n",
                before, (System.nanoTime() - start) / 1e9);
    }

    private void visible(ConfigurableApplicationContext house, String address, String key) {
        var millis = new long[PROBES];
        for (int i = 0; i < PROBES; i++) {
            var start = System.nanoTime();
            send(address + "/v1/batch", key, 1);
            while (waiting(house) > 0) {
                Thread.onSpinWait();
            }
            millis[i] = Duration.ofNanos(System.nanoTime() - start).toMillis();
        }
        Arrays.sort(millis);
        System.out.printf(
                "From the request until it is stored: median %d, p95 %d, max %d ms%n",
                millis[PROBES / 2], millis[PROBES * 95 / 100], millis[PROBES - 1]);
    }
}
