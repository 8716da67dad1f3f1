package dev.keepwell.source.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/// What a reading needs to know beside the deliveries: where days begin, and whose a channel is.
public record Context(ZoneId zone, Map<String, String> channels) {

    LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, zone);
    }
}
