package dev.keepwell.screen.api;

import dev.keepwell.customer.identity.Pair;
import dev.keepwell.customer.identity.Part;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two records that may be one, as the API tells it.
record PairAnswer(
        String kind,
        String rule,
        double confidence,
        String evidence,
        @Nullable String caution,
        Side first,
        Side second) {

    /// One of the two.
    record Side(String id, @Nullable String ref, @Nullable String name) {

        static Side of(String id, @Nullable Part part) {
            return part == null
                    ? new Side(id, null, null)
                    : new Side(id, part.origin().reference(), part.name());
        }
    }

    static PairAnswer of(Pair it, Map<String, Part> parts) {
        return new PairAnswer(
                it.kind().word(),
                it.rule().word(),
                it.confidence(),
                it.evidence(),
                it.caution().isEmpty() ? null : it.caution(),
                Side.of(it.first(), parts.get(it.first())),
                Side.of(it.second(), parts.get(it.second())));
    }
}
