package dev.keepwell.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How many events a second are on the disk before they are answered, as a share of how many could
/// be parsed and thrown away.
final class DurableIngest implements Measure {

    private static final int SENDERS = 16;
    private static final int BATCH = 500;

    private final Served served;
    private final Duration time;
    private final String key;
    private boolean isWarm;
    private final AtomicLong drawn = new AtomicLong(System.currentTimeMillis() << 20);

    DurableIngest(Served served, Duration time) {
        this.served = served;
        this.time = time;
        this.key =
                served.ask("POST", "/tokens", "{\"name\": \"bench\", \"write_key\": true}")
                        .path("token")
                        .asString();
    }

    @Override
    public Budget budget() {
        return Budget.atLeast(0.3, "of parsing alone", "Durable events a second, batches of 500");
    }

    /// The first seconds after a start are slower by far than all that follow.
    @Override
    public Turn turn() throws Exception {
        if (!isWarm) {
            load("/v1/parse-only");
            load("/v1/batch");
            isWarm = true;
        }
        var parsed = load("/v1/parse-only");
        var cpu = served.cpuSeconds();
        var durable = load("/v1/batch");
        return new Turn(
                durable.perSecond() / parsed.perSecond(),
                new Cost(durable.seconds(), served.cpuSeconds() - cpu, served.peakBytes()),
                new Cost(parsed.seconds(), 0, 0),
                (long) (durable.perSecond() * BATCH));
    }

    private Load load(String path) throws Exception {
        return Load.of(SENDERS, time, () -> request(path));
    }

    private HttpRequest request(String path) {
        var first = drawn.getAndAdd(BATCH);
        var body =
                IntStream.range(0, BATCH)
                        .mapToObj(it -> event(first + it))
                        .collect(Collectors.joining(",", "{\"batch\":[", "]}"));
        return HttpRequest.newBuilder(URI.create(served.address() + path))
                .header("Authorization", "Bearer " + key)
                .POST(BodyPublishers.ofString(body))
                .build();
    }

    private static String event(long number) {
        return """
        {"type":"track","event":"Report Exported","messageId":"node-next-%d",\
        "userId":"u-%d","anonymousId":"ca460cf7-12fb-489f-8490-e722b4944807",\
        "timestamp":"2026-03-01T10:00:00.000Z","integrations":{},"properties":{"format":"csv",\
        "rows":10321,"revenue":19.99,"currency":"USD"},"context":{"groupId":"acct-%d",\
        "ip":"203.0.113.9","library":{"name":"@segment/analytics-node","version":"3.1.0"}}}\
        """
                .formatted(number, number % 500, number % 50);
    }
}
