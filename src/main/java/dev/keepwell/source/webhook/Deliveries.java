package dev.keepwell.source.webhook;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What webhooks delivered, what became of it, and how much of it there was.
public final class Deliveries {

    private final Database database;

    Deliveries(Database database) {
        this.database = database;
    }

    /// How much came from one source. Received counts each repetition; what was received and is no
    /// duplicate is applied, not used, set aside or waits.
    public record Counts(
            String source,
            @Nullable Instant lastAt,
            long received,
            long duplicate,
            long applied,
            long notUsed,
            long setAside,
            long waiting) {}

    /// How much was refused at one address, and why the last time.
    public record Refusals(long count, @Nullable Instant lastAt, @Nullable String last) {

        /// Nothing was turned away.
        public static final Refusals NONE = new Refusals(0, null, null);
    }

    /// The deliveries of an address before the number `before`, newest first; in one state, or in
    /// any when it is empty.
    public List<Delivery> list(
            WorkspaceId workspace, String endpointId, String state, long before, int limit) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from source.webhook_delivery
                                        where endpoint_id = :endpoint and seq < :before
                                            and (:state = '' or state = :state)
                                        order by seq desc
                                        limit :limit
                                        """)
                                .param("endpoint", endpointId)
                                .param("before", before)
                                .param("state", state)
                                .param("limit", limit)
                                .query((row, _) -> DeliveryLog.delivery(row))
                                .list());
    }

    /// Lets what was set aside at an address be tried again: one delivery, or all of them.
    public int replay(WorkspaceId workspace, String endpointId, @Nullable Long seq) {
        var tried =
                database.in(
                        workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                update source.webhook_delivery
                                                set state = 'waiting'
                                                where endpoint_id = ? and state = 'set_aside'
                                                    and seq = coalesce(cast(? as bigint), seq)
                                                """)
                                        .param(endpointId)
                                        .param(seq)
                                        .update());
        if (tried == 0 && seq != null) {
            throw Refusal.unknown(
                    "unknown_delivery",
                    "No delivery %d was set aside at the webhook '%s'.".formatted(seq, endpointId));
        }
        return tried;
    }

    /// How much came from each source that has ever been connected by a webhook.
    public List<Counts> bySource(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select source_system, max(last_at) as last_at,
                                            coalesce(sum(received), 0) as received,
                                            coalesce(sum(duplicate), 0) as duplicate,
                                            sum(applied) as applied, sum(not_used) as not_used,
                                            sum(set_aside) as set_aside, sum(waiting) as waiting
                                        from (
                                            select endpoint_id, source_system,
                                                count(*) filter (where state = 'applied')
                                                    as applied,
                                                count(*) filter (where state = 'not_used')
                                                    as not_used,
                                                count(*) filter (where state = 'set_aside')
                                                    as set_aside,
                                                count(*) filter (where state = 'waiting')
                                                    as waiting
                                            from source.webhook_delivery
                                            group by endpoint_id, source_system) as delivery
                                        left join source.webhook_count using (endpoint_id)
                                        group by source_system
                                        order by source_system
                                        """)
                                .query((row, _) -> counts(row))
                                .list());
    }

    private static Counts counts(ResultSet row) throws SQLException {
        return new Counts(
                row.getString("source_system"),
                DeliveryLog.maybe(row, "last_at"),
                row.getLong("received"),
                row.getLong("duplicate"),
                row.getLong("applied"),
                row.getLong("not_used"),
                row.getLong("set_aside"),
                row.getLong("waiting"));
    }

    /// What was turned away at each address, by its id; of that nothing else is kept.
    public Map<String, Refusals> refusals(WorkspaceId workspace) {
        var refusals = new HashMap<String, Refusals>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select endpoint_id, refused, last_refused_at, last_refusal
                                        from source.webhook_count
                                        """)
                                .query((ResultSet row) -> {
                                    refusals.put(
                                            row.getString("endpoint_id"),
                                            new Refusals(
                                                    row.getLong("refused"),
                                                    DeliveryLog.maybe(row, "last_refused_at"),
                                                    row.getString("last_refusal")));
                                }));
        return refusals;
    }
}
