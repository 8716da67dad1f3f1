package dev.keepwell.source.event;

import dev.keepwell.job.Stage;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/// Sources that have been silent for far longer than they used to be.
///
/// A source has a rhythm: the longest it was silent in the two weeks before it was heard last.
/// Three times as long, and a day at least, is a silence that somebody should know of.
@Component
final class SilentSources implements Stage {

    private static final Duration SILENCE_MIN = Duration.ofDays(1);
    private static final int USUAL_TIMES = 3;
    private static final Duration LOOK_BACK = Duration.ofDays(14);

    /// So many of the last requests tell the rhythm: a log can be very long.
    private static final String LONGEST_GAP =
            """
            select extract(epoch from max(gap))
            from (
                select received_at - lag(received_at) over (order by received_at) as gap
                from (
                    select source_system, received_at
                    from source.ingest_log
                    order by workspace_id, seq desc
                    limit 200000)
                where source_system = ? and received_at >= ?)
            """;

    private final Database database;
    private final Clock clock;

    /// While a source is silent, what it used to do stays the same.
    private final Map<Heard, Duration> usual = new ConcurrentHashMap<>();

    SilentSources(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private record Heard(WorkspaceId workspace, String source, Instant last) {}

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public Optional<Waiting> waiting(WorkspaceId workspace) {
        var quiet = quiet(workspace);
        usual.keySet().removeIf(it -> it.workspace().equals(workspace) && !quiet.contains(it));
        var silent = quiet.stream().filter(this::isUnusual).toList();
        return silent.stream()
                .max(Comparator.comparing(this::silence))
                .map(it ->
                        new Waiting(
                                it.source() + " since " + it.last(),
                                silence(it),
                                silent.size(),
                                reason(it)));
    }

    private List<Heard> quiet(WorkspaceId workspace) {
        var before = clock.instant().minus(SILENCE_MIN).atOffset(ZoneOffset.UTC);
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                session.sql()
                                        .sql(
                                                """
                                                select source_system, last_at
                                                from source.received_count
                                                where last_at <= ? and source_system <> ?
                                                order by source_system
                                                """)
                                        .params(before, TestEvents.SOURCE)
                                        .query((row, _) ->
                                                new Heard(
                                                        workspace,
                                                        row.getString(1),
                                                        row.getObject(2, OffsetDateTime.class)
                                                                .toInstant()))));
    }

    /// Who was heard once has no rhythm to fall out of.
    private boolean isUnusual(Heard heard) {
        var gap = usual.computeIfAbsent(heard, this::longestGap);
        return !gap.isZero() && silence(heard).compareTo(gap.multipliedBy(USUAL_TIMES)) > 0;
    }

    private Duration longestGap(Heard heard) {
        var from = heard.last().minus(LOOK_BACK).atOffset(ZoneOffset.UTC);
        return database.in(
                heard.workspace(),
                session ->
                        session.sql()
                                .sql(LONGEST_GAP)
                                .params(heard.source(), from)
                                .query((row, _) ->
                                        Duration.ofMillis(Math.round(row.getDouble(1) * 1000)))
                                .single());
    }

    private Duration silence(Heard heard) {
        return Duration.between(heard.last(), clock.instant());
    }

    private String reason(Heard heard) {
        return ("Nothing has come from the source '%s' for %d hours, and it used to be silent for"
                        + " %d at most.")
                .formatted(
                        heard.source(),
                        silence(heard).toHours(),
                        usual.getOrDefault(heard, Duration.ZERO).toHours());
    }
}
