package dev.keepwell.source.webhook;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The deliveries of one workspace, within one transaction.
record DeliveryLog(Session session) {

    private static final int PORTION_BYTES = 8 << 20;

    static final String NOT_PAUSED =
            """
            not exists (
                select from source.webhook_endpoint as endpoint
                where endpoint.endpoint_id = delivery.endpoint_id
                    and endpoint.paused_at is not null)
            """;

    /// A group of deliveries that wait: of one source, in the words of one provider.
    record Waiting(String source, Provider provider, List<String> subjects) {}

    /// Writes down what was told and not known before. Says how many that were.
    int append(Endpoint endpoint, List<Arriving> told, Instant now) {
        int fresh = 0;
        for (var it : told) {
            fresh +=
                    session.sql()
                            .sql(
                                    """
                                    insert into source.webhook_delivery (workspace_id, endpoint_id,
                                        provider, source_system, delivery_id, type, subject,
                                        occurred_at, received_at, body)
                                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                    on conflict (workspace_id, endpoint_id, delivery_id) do nothing
                                    """)
                            .param(endpoint.workspace().value())
                            .param(endpoint.id())
                            .param(endpoint.provider().word())
                            .param(endpoint.source())
                            .param(it.id())
                            .param(it.type())
                            .param(it.subject())
                            .param(it.occurredAt().atOffset(ZoneOffset.UTC))
                            .param(now.atOffset(ZoneOffset.UTC))
                            .param(it.body())
                            .update();
        }
        count(endpoint, told.size(), told.size() - fresh, now);
        return fresh;
    }

    private void count(Endpoint endpoint, int received, int duplicate, Instant now) {
        session.sql()
                .sql(
                        """
                        insert into source.webhook_count as it
                            (workspace_id, endpoint_id, received, duplicate, last_at)
                        values (?, ?, ?, ?, ?)
                        on conflict (workspace_id, endpoint_id) do update set
                            received = it.received + excluded.received,
                            duplicate = it.duplicate + excluded.duplicate,
                            last_at = greatest(it.last_at, excluded.last_at)
                        """)
                .params(
                        endpoint.workspace().value(),
                        endpoint.id(),
                        received,
                        duplicate,
                        now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The oldest that wait, of the source of the first: as many as fit in memory.
    List<Waiting> waiting(int rowsMax) {
        record Row(String source, String provider, String subject) {}
        var rows =
                session.sql()
                        .sql(
                                """
                                with first as (
                                    select seq, source_system, provider, subject,
                                        sum(octet_length(body)) over (order by seq) as bytes
                                    from source.webhook_delivery as delivery
                                    where state = 'waiting' and %s
                                    order by seq
                                    limit ?)
                                select source_system, provider, subject
                                from first
                                where bytes <= ? or seq = (select min(seq) from first)
                                order by seq
                                """
                                        .formatted(NOT_PAUSED))
                        .params(rowsMax, PORTION_BYTES)
                        .query((row, _) ->
                                new Row(row.getString(1), row.getString(2), row.getString(3)))
                        .list();
        if (rows.isEmpty()) {
            return List.of();
        }
        var first = rows.getFirst();
        var subjects =
                rows.stream()
                        .filter(it -> it.source().equals(first.source()))
                        .filter(it -> it.provider().equals(first.provider()))
                        .map(Row::subject)
                        .distinct()
                        .toList();
        return List.of(new Waiting(first.source(), Provider.of(first.provider()), subjects));
    }

    /// All that was ever told of one thing.
    List<Delivery> about(Waiting group, String subject) {
        return session.sql()
                .sql(
                        """
                        select * from source.webhook_delivery as delivery
                        where source_system = ? and provider = ? and subject = ?
                            and (state <> 'waiting' or %s)
                        order by seq
                        """
                                .formatted(NOT_PAUSED))
                .params(group.source(), group.provider().word(), subject)
                .query((row, _) -> delivery(row))
                .list();
    }

    /// Writes down what became of each.
    void settle(Map<Long, Outcome> outcomes, @Nullable String importId, Instant now) {
        var seqs = new ArrayList<Long>();
        var states = new ArrayList<String>();
        var reasons = new ArrayList<String>();
        var details = new ArrayList<String>();
        outcomes.forEach((seq, outcome) -> {
            seqs.add(seq);
            states.add(outcome.state());
            reasons.add(outcome.reason());
            details.add(outcome.detail());
        });
        session.sql()
                .sql(
                        """
                        update source.webhook_delivery as old
                        set state = new.state, reason = nullif(new.reason, ''),
                            detail = nullif(new.detail, ''), done_at = ?,
                            import_id = case when new.state = 'applied'
                                then coalesce(old.import_id, ?) end
                        from unnest(cast(? as bigint[]), cast(? as text[]), cast(? as text[]),
                            cast(? as text[])) as new (seq, state, reason, detail)
                        where old.seq = new.seq
                            and (old.state, coalesce(old.reason, '')) <> (new.state, new.reason)
                        """)
                .param(now.atOffset(ZoneOffset.UTC))
                .param(importId)
                .param(seqs.toArray(Long[]::new))
                .param(states.toArray(String[]::new))
                .param(reasons.toArray(String[]::new))
                .param(details.toArray(String[]::new))
                .update();
    }

    /// Sets the oldest aside that waits: it fails in a way that nobody foresaw.
    void setAsideFirst(Instant now) {
        session.sql()
                .sql(
                        """
                        update source.webhook_delivery as delivery
                        set state = 'set_aside', reason = 'fault', done_at = ?,
                            detail = 'Keepwell failed in a way nobody foresaw. The log has the'
                                || ' reason. Replay it with a newer version.'
                        where seq = (
                            select min(seq) from source.webhook_delivery as delivery
                            where state = 'waiting' and %s)
                        """
                                .formatted(NOT_PAUSED))
                .param(now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// What points to records that were not there may find them now.
    void tryAgainWhatWasUnknown(Collection<Long> justSettled) {
        session.sql()
                .sql(
                        """
                        update source.webhook_delivery set state = 'waiting'
                        where state = 'set_aside' and reason like 'unknown\\_%'
                            and reason not in ('unknown_word', 'unknown_discount')
                            and not seq = any(?)
                        """)
                .param(justSettled.toArray(Long[]::new))
                .update();
    }

    static Delivery delivery(ResultSet row) throws SQLException {
        return new Delivery(
                row.getLong("seq"),
                row.getString("delivery_id"),
                new Delivery.About(
                        row.getString("type"), row.getString("subject"), at(row, "occurred_at")),
                at(row, "received_at"),
                row.getBytes("body"),
                new Delivery.Fate(
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("detail"),
                        maybe(row, "done_at")));
    }

    private static Instant at(ResultSet row, String column) throws SQLException {
        return Objects.requireNonNull(maybe(row, column));
    }

    static @Nullable Instant maybe(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
