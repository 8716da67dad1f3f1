package dev.keepwell.warehouse;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Events that belong to no account: their user is in no group that is known, or they name an
/// account that no source knows. They count for nobody until somebody says whose they are.
public final class Orphans {

    private final DuckDbWarehouse warehouse;
    private final Workspaces workspaces;
    private final Clock clock;

    Orphans(DuckDbWarehouse warehouse, Workspaces workspaces, Clock clock) {
        this.warehouse = warehouse;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// One user's events without an account, and the account that they named, if any. References
    /// are as sent.
    public record Orphan(
            String source, String user, @Nullable String account, long events, Instant lastSeen) {}

    /// Those of the last days, today included, the last seen first.
    public List<Orphan> of(WorkspaceId workspace, int days, int limit) {
        var conventions = workspaces.conventionsOf(workspace);
        var today = conventions.dayOf(clock.instant());
        var since = today.minusDays(days - 1L);
        var scope =
                new Scope(
                        workspace,
                        conventions,
                        clock.instant(),
                        new TreeSet<>(List.of(since, today)));
        try (var facts = warehouse.open(scope)) {
            facts.need(Set.of("fact.event_day"));
            return facts.query(
                    query(since, limit),
                    (row, _) ->
                            new Orphan(
                                    row.getString(1),
                                    row.getString(2),
                                    row.getString(3),
                                    row.getLong(4),
                                    Instant.EPOCH.plus(row.getLong(5), ChronoUnit.MICROS)));
        }
    }

    /// Staff and machines need no account.
    private static String query(LocalDate since, int limit) {
        return """
        select
            source_system, user_ref, account_ref,
            cast(sum(events) as bigint) as events,
            epoch_us(max(last_at))      as last_at
        from fact.event_day
        where account_id is null
        and kind = 'customer'
        and day_number >= %d
        group by source_system, user_ref, account_ref
        order by 5 desc, 1, 2, 3 nulls last
        limit %d
        """
                .formatted(since.toEpochDay(), limit);
    }
}
