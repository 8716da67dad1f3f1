package dev.keepwell.source.flow;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// Which sources somebody paused: nothing is taken in from them until they go on.
public final class Pauses {

    private static final int REMEMBERED_MAX = 10_000;

    /// Every request asks, and a pause takes hold after a second at the latest.
    private static final Duration REMEMBERED = Duration.ofSeconds(1);

    private final Database database;
    private final Cache<Asked, Optional<Instant>> remembered =
            Caffeine.newBuilder().maximumSize(REMEMBERED_MAX).expireAfterWrite(REMEMBERED).build();

    public Pauses(Database database) {
        this.database = database;
    }

    private record Asked(WorkspaceId workspace, String source) {}

    /// Refuses what comes from a source that is paused.
    public void check(WorkspaceId workspace, String source) {
        since(workspace, source)
                .ifPresent(it -> {
                    throw Refusal.conflict("source_paused", why(source, it));
                });
    }

    /// Since when it is paused, as of a second ago.
    public Optional<Instant> lately(WorkspaceId workspace, String source) {
        return remembered.get(
                new Asked(workspace, source), it -> since(it.workspace(), it.source()));
    }

    private Optional<Instant> since(WorkspaceId workspace, String source) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select paused_at from source.care
                                        where source_system = ? and paused_at is not null
                                        """)
                                .param(source)
                                .query((row, _) ->
                                        row.getObject(1, OffsetDateTime.class).toInstant())
                                .optional());
    }

    /// What whoever sends is told.
    public static String why(String source, Instant since) {
        return ("The source '%s' is paused since %s, and nothing is taken in from it. Resume it"
                        + " under Data, Sources, or with PUT /api/v1/sources/%s and"
                        + " {\"paused\": false}.")
                .formatted(source, since.truncatedTo(ChronoUnit.SECONDS), source);
    }
}
