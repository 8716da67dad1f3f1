package dev.keepwell.source.event;

import java.util.Arrays;
import java.util.Optional;

/// The ways in. A batch names the type of each event, the others are the type.
enum Route {
    BATCH("/v1/batch", ""),
    IMPORT("/v1/import", ""),
    POSTHOG("/batch", ""),
    TRACK("/v1/track", "track"),
    IDENTIFY("/v1/identify", "identify"),
    PAGE("/v1/page", "page"),
    SCREEN("/v1/screen", "screen"),
    GROUP("/v1/group", "group"),
    ALIAS("/v1/alias", "alias"),
    /// Not a way for others: an event that was set aside comes back.
    REPLAY("replay", "");

    private final String path;
    private final String type;

    Route(String path, String type) {
        this.path = path;
        this.type = type;
    }

    String path() {
        return path;
    }

    /// Empty when each event names its own.
    String type() {
        return type;
    }

    boolean isBatch() {
        return type.isEmpty();
    }

    static Route ofPath(String asked) {
        var path = asked.endsWith("/") ? asked.substring(0, asked.length() - 1) : asked;
        return named(path)
                .orElseThrow(() ->
                        Refused.forGood(404, "unknown_path", "Nothing is taken in at this path."));
    }

    /// By its path as the log has it.
    static Optional<Route> named(String path) {
        return Arrays.stream(values()).filter(it -> it.path.equals(path)).findFirst();
    }
}
