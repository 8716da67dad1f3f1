package dev.keepwell.source.event;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// How one family of SDKs says what happened.
sealed interface Dialect permits Segment, PostHog {

    /// What was said, in our words; times are still the sender's.
    record Sense(
            Event.Type type,
            @Nullable String name,
            Event.Who who,
            @Nullable JsonNode timestamp,
            String timestampAt,
            String propertiesKey) {}

    Sense sense();
}
