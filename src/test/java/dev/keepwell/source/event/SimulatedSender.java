package dev.keepwell.source.event;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/// An SDK as they are: it sends a batch again and again, with another time of sending, until it is
/// told that it was accepted; now and then it sends an old one once more.
final class SimulatedSender {

    private final Random random;
    private final String name;
    private int drawn;
    private final List<List<String>> old = new ArrayList<>();
    private List<String> pending = List.of();
    private List<String> pendingIds = List.of();

    /// All ids that were ever sent, and those that it was told are accepted.
    final Set<String> sent = new HashSet<>();

    final Set<String> acknowledged = new HashSet<>();

    /// The ids of events that break no rule.
    final Set<String> good = new HashSet<>();

    private int batchesLeft;

    SimulatedSender(String name, int batches, Random random) {
        this.name = name;
        this.batchesLeft = batches;
        this.random = random;
    }

    boolean isDone() {
        return batchesLeft == 0 && pending.isEmpty();
    }

    /// The next body, or the one that was not acknowledged.
    byte[] body(Instant now) {
        if (pending.isEmpty()) {
            batchesLeft--;
            pending = old.isEmpty() || random.nextInt(5) > 0 ? fresh(now) : again();
            pendingIds = pending.stream().map(SimulatedSender::id).toList();
            sent.addAll(pendingIds);
        }
        return "{\"batch\":[%s],\"sentAt\":\"%s\"}"
                .formatted(String.join(",", pending), now)
                .getBytes(StandardCharsets.UTF_8);
    }

    /// The same events in another order.
    private List<String> again() {
        var batch = new ArrayList<>(old.get(random.nextInt(old.size())));
        java.util.Collections.shuffle(batch, random);
        return batch;
    }

    private List<String> fresh(Instant now) {
        var batch = new ArrayList<String>();
        int size = 1 + random.nextInt(6);
        for (int i = 0; i < size; i++) {
            batch.add(event(now));
        }
        if (random.nextInt(4) == 0) {
            batch.add(batch.getFirst());
        }
        old.add(batch);
        return batch;
    }

    /// Of some time ago: a clock that jumps back would make of an event one that is to come.
    private String event(Instant moment) {
        var now = moment.minus(Duration.ofDays(30));
        var id = name + "-" + drawn++;
        var event =
                """
                {"type":"track","messageId":"%s","userId":"u","event":"%s","timestamp":"%s"}\
                """;
        return switch (random.nextInt(14)) {
            case 0 -> event.formatted(id, SimulatedBooks.BUG, now);
            case 1 -> event.formatted(id, "Viewed", "yesterday");
            case 2 -> event.formatted(id, "Viewed", now).replace("\"userId\":\"u\",", "");
            case 3 -> event.formatted(id, "Viewed", now).replace("\"u\"", "NaN");
            default -> {
                good.add(id);
                yield event.formatted(id, "Viewed", now);
            }
        };
    }

    private static String id(String event) {
        return String.valueOf(MessageIds.of(event.getBytes(StandardCharsets.UTF_8)));
    }

    void acknowledge() {
        acknowledged.addAll(pendingIds);
        pending = List.of();
    }
}
