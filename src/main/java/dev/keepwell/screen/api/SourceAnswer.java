package dev.keepwell.screen.api;

import dev.keepwell.source.flow.Every;
import dev.keepwell.source.flow.Rhythm;
import dev.keepwell.source.flow.Source;
import dev.keepwell.source.flow.SourceTable;
import dev.keepwell.source.flow.Usual;
import dev.keepwell.source.flow.Way;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A source, as the API tells it.
record SourceAnswer(
        String name,
        List<String> ways,
        @Nullable String owner,
        @Nullable Instant pausedAt,
        @Nullable String pausedBy,
        Coming whole,
        List<Coming> tables) {

    /// What comes of it, altogether or into one table.
    record Coming(
            @Nullable String table,
            String state,
            @Nullable Instant lastArrival,
            @Nullable String expectedEvery,
            String expectedBy,
            @Nullable Integer lateAfterDays,
            @Nullable LocalDate completeUntil,
            long rowsToday,
            @Nullable Usual usual,
            long rejectedMonth) {

        static Coming of(SourceTable it, LocalDate today) {
            return new Coming(
                    it.table().isEmpty() ? null : it.table(),
                    it.standing().word(),
                    it.last(),
                    every(it.rhythm()),
                    by(it.rhythm()),
                    it.rhythm() instanceof Rhythm.Learned(_, var patience) ? patience : null,
                    it.completeUntil(),
                    it.rowsOn(today),
                    it.usual(today).orElse(null),
                    it.rejected());
        }

        private static @Nullable String every(Rhythm rhythm) {
            return switch (rhythm) {
                case Rhythm.Decided(var every) -> Every.text(every);
                case Rhythm.Learned(var days, _) -> days + "d";
                case Rhythm.Unknown() -> null;
            };
        }

        private static String by(Rhythm rhythm) {
            return switch (rhythm) {
                case Rhythm.Decided _ -> "decided";
                case Rhythm.Learned _ -> Every.LEARNED;
                case Rhythm.Unknown() -> "unknown";
            };
        }
    }

    static SourceAnswer of(Source it, LocalDate today) {
        return new SourceAnswer(
                it.name(),
                it.ways().stream().map(Way::word).toList(),
                it.care().owner(),
                it.care().pausedAt(),
                it.care().pausedBy(),
                Coming.of(it.whole(), today),
                it.tables().stream().map(table -> Coming.of(table, today)).toList());
    }
}
