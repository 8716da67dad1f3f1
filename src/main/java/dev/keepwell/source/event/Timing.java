package dev.keepwell.source.event;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// When an event happened by our clock, from what its sender's clock said.
///
/// A sender whose clock is off by more than a minute tells so by the time at which it says it
/// sends. All of its times are off by as much.
record Timing(Instant receivedAt, @Nullable Instant sentAt) {

    private static final Duration SKEW_MIN = Duration.ofSeconds(60);
    private static final Duration AHEAD_MAX = Duration.ofHours(24);
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    /// A time of sending that cannot be read corrects nothing.
    static Timing of(Instant receivedAt, @Nullable JsonNode sentAt) {
        try {
            return new Timing(receivedAt, sentAt == null ? null : read(sentAt.asString(""), ""));
        } catch (Unfit e) {
            return new Timing(receivedAt, null);
        }
    }

    /// What has no time of its own happened when it came.
    Event.Times of(@Nullable JsonNode timestamp, String pointer) {
        if (timestamp == null || timestamp.isNull()) {
            return new Event.Times(receivedAt, null, sentAt, receivedAt);
        }
        if (!timestamp.isString()) {
            throw new Unfit(Reason.BAD_TIMESTAMP, pointer);
        }
        var said = read(timestamp.asString(), pointer);
        var corrected = said.plus(skew());
        if (corrected.isBefore(EARLIEST)) {
            throw new Unfit(Reason.TIMESTAMP_OUT_OF_RANGE, pointer);
        }
        if (corrected.isAfter(receivedAt.plus(AHEAD_MAX))) {
            throw new Unfit(Reason.FUTURE_TIMESTAMP, pointer);
        }
        // Nothing has happened that is still to come.
        var occurred = corrected.isAfter(receivedAt) ? receivedAt : corrected;
        return new Event.Times(occurred, said, sentAt, receivedAt);
    }

    private Duration skew() {
        if (sentAt == null) {
            return Duration.ZERO;
        }
        var skew = Duration.between(sentAt, receivedAt);
        return skew.abs().compareTo(SKEW_MIN) > 0 ? skew : Duration.ZERO;
    }

    /// To the microsecond, which is as much as is kept.
    private static Instant read(String text, String pointer) {
        try {
            var time = OffsetDateTime.parse(text.strip(), DateTimeFormatter.ISO_OFFSET_DATE_TIME);
            int year = time.withOffsetSameInstant(ZoneOffset.UTC).getYear();
            if (year < 1 || year > 9999) {
                throw new Unfit(Reason.TIMESTAMP_OUT_OF_RANGE, pointer);
            }
            return time.toInstant().truncatedTo(ChronoUnit.MICROS);
        } catch (DateTimeException e) {
            throw new Unfit(
                    Reason.BAD_TIMESTAMP,
                    pointer,
                    "%s This one is '%s'.".formatted(Reason.BAD_TIMESTAMP.rule(), shortened(text)));
        }
    }

    private static String shortened(String text) {
        return text.length() > 40 ? text.substring(0, 40) + "…" : text;
    }
}
