package dev.keepwell.source.event;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a request says: its events, and what it says once for all of them.
record Body(
        List<Slice> events,
        @Nullable String key,
        @Nullable JsonNode sentAt,
        @Nullable JsonNode context) {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Set<String> KEYS = Set.of("writeKey", "api_key", "apiKey", "token");

    static Body of(byte[] unpacked, Route route) {
        var whole = new Cut(new Slice.Bytes(unpacked)).whole();
        if (whole.first() == '[') {
            return new Body(Cut.elements(whole), null, null, null);
        }
        if (whole.first() != '{') {
            throw Refused.forGood(
                    400, "malformed_json", "A body is a JSON object, or an array of events.");
        }
        if (!route.isBatch() && whole.length() > Limits.EVENT_BYTES) {
            return new Body(List.of(whole), null, null, null);
        }
        var entries = Cut.entries(whole);
        checkOnce(entries);
        var key = word(entries, KEYS);
        if (!route.isBatch() && find(entries, Set.of("batch")) == null) {
            return new Body(List.of(whole), key, null, null);
        }
        var batch = find(entries, Set.of("batch"));
        if (batch == null || batch.first() != '[') {
            throw Refused.forGood(400, "missing_batch", "The body has no array 'batch'.");
        }
        return new Body(
                Cut.elements(batch),
                key,
                tree(find(entries, Set.of("sentAt", "sent_at"))),
                tree(find(entries, Set.of("context"))));
    }

    private static void checkOnce(List<Cut.Entry> entries) {
        var names = new HashSet<String>();
        for (var entry : entries) {
            if (!names.add(text(entry.key()))) {
                throw Refused.forGood(
                        400,
                        "duplicate_key",
                        "The body says '%s' twice.".formatted(text(entry.key())));
            }
        }
    }

    private static @Nullable String word(List<Cut.Entry> entries, Set<String> names) {
        var value = find(entries, names);
        return value == null || value.first() != '"' ? null : text(value);
    }

    private static @Nullable Slice find(List<Cut.Entry> entries, Set<String> names) {
        return entries.stream()
                .filter(it -> names.contains(text(it.key())))
                .map(Cut.Entry::value)
                .findFirst()
                .orElse(null);
    }

    static String text(Slice string) {
        var tree = tree(string);
        return tree == null ? "" : tree.asString("");
    }

    /// What is said for all events and cannot be read is as good as not said: the events tell.
    private static @Nullable JsonNode tree(@Nullable Slice value) {
        if (value == null || value.length() > Limits.EVENT_BYTES) {
            return null;
        }
        try {
            return JSON.readTree(value.body().all(), value.start(), value.length());
        } catch (JacksonException e) {
            return null;
        }
    }
}
