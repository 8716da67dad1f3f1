package dev.keepwell.source.event;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.bucket4j.Bucket;
import java.time.Duration;

/// How fast one key and one workspace may send, so that a flood of one leaves room for the others.
final class Quotas {

    private static final int KEYS_MAX = 10_000;
    private static final int BURST_SECONDS = 2;

    /// Requests and kilobytes a second.
    record Rates(long requestsOfKey, long requestsOfWorkspace, long kilobytesOfWorkspace) {}

    private final Rates rates;
    private final Cache<String, Bucket> buckets =
            Caffeine.newBuilder()
                    .maximumSize(KEYS_MAX)
                    .expireAfterAccess(Duration.ofMinutes(10))
                    .build();

    Quotas(Rates rates) {
        this.rates = rates;
    }

    void spend(Arrival.Sender sender, int bytes) {
        var workspace = sender.workspace().value();
        spend("key/" + sender.tokenId(), rates.requestsOfKey(), 1);
        spend("workspace/" + workspace, rates.requestsOfWorkspace(), 1);
        spend(
                "kilobytes/" + workspace,
                rates.kilobytesOfWorkspace(),
                Math.ceilDiv(bytes, 1 << 10) + 1);
    }

    private void spend(String what, long perSecond, long units) {
        var bucket = buckets.get(what, _ -> bucket(perSecond));
        var probe = bucket.tryConsumeAndReturnRemaining(units);
        if (!probe.isConsumed()) {
            throw Refused.forNow(
                    429,
                    "quota",
                    "This is more than %d a second of its quota (%s). Send it again later."
                            .formatted(perSecond, what.substring(0, what.indexOf('/'))),
                    Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
    }

    private static Bucket bucket(long perSecond) {
        return Bucket.builder()
                .addLimit(it ->
                        it.capacity(perSecond * BURST_SECONDS)
                                .refillGreedy(perSecond, Duration.ofSeconds(1)))
                .build();
    }
}
