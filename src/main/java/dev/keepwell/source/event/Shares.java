package dev.keepwell.source.event;

import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/// How many requests of one key are dealt with at once. A key that floods the door fills its own
/// share, and those who send little find room.
final class Shares {

    private static final int EACH = 32;

    private final ConcurrentHashMap<String, Integer> inside = new ConcurrentHashMap<>();

    <T> T in(String key, Supplier<T> work) {
        inside.compute(key, (_, count) -> entered(count == null ? 0 : count));
        try {
            return work.get();
        } finally {
            inside.computeIfPresent(key, (_, count) -> count == 1 ? null : count - 1);
        }
    }

    private static int entered(int count) {
        if (count >= EACH) {
            throw Refused.forNow(
                    503,
                    "busy",
                    "Too many requests of this key at once. Send it again.",
                    Duration.ofSeconds(1));
        }
        return count + 1;
    }
}
