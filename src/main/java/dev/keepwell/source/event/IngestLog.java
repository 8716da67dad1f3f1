package dev.keepwell.source.event;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/// The durable log of what was sent, within one transaction and one workspace.
record IngestLog(Session session) {

    /// Writes a request down, and counts it.
    long append(Arrival arrival) {
        var sender = arrival.sender();
        var call = arrival.call();
        var sizes = arrival.sizes();
        long seq =
                session.sql()
                        .sql(
                                """
                                insert into source.ingest_log (workspace_id, source_system,
                                    token_id, route, request_id, received_at, body, sha256, unpacked, events,
                                    refused)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                                returning seq
                                """)
                        .param(sender.workspace().value())
                        .param(sender.source())
                        .param(sender.tokenId())
                        .param(call.route().path())
                        .param(call.requestId())
                        .param(call.receivedAt().atOffset(ZoneOffset.UTC))
                        .param(arrival.body())
                        .param(arrival.sha256())
                        .param(sizes.unpacked())
                        .param(sizes.events())
                        .param(sizes.refused())
                        .query(Long.class)
                        .single();
        count(arrival);
        return seq;
    }

    private void count(Arrival arrival) {
        session.sql()
                .sql(
                        """
                        insert into source.received_count as it
                        values (?, ?, 1, ?, ?, ?)
                        on conflict (workspace_id, source_system) do update set
                            requests = it.requests + 1,
                            events = it.events + excluded.events,
                            refused = it.refused + excluded.refused,
                            last_at = greatest(it.last_at, excluded.last_at)
                        """)
                .params(
                        arrival.sender().workspace().value(),
                        arrival.sender().source(),
                        arrival.sizes().events(),
                        arrival.sizes().refused(),
                        arrival.call().receivedAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    /// The oldest requests that wait, and how large they are.
    List<Waiting> waiting(int rowsMax) {
        return session.sql()
                .sql(
                        """
                        select seq, events, unpacked, attempts from source.ingest_log
                        where state = 'waiting'
                        order by seq
                        limit ?
                        """)
                .param(rowsMax)
                .query((row, _) ->
                        new Waiting(
                                row.getLong("seq"),
                                row.getInt("events"),
                                row.getInt("unpacked"),
                                row.getInt("attempts")))
                .list();
    }

    /// A request that waits.
    record Waiting(long seq, int events, int unpacked, int attempts) {}

    /// Notes a try before it is made: what ends the whole process is counted, too.
    void tryAgain(Collection<Long> seqs) {
        session.sql()
                .sql(
                        """
                        update source.ingest_log set attempts = attempts + 1
                        where seq = any(?) and state = 'waiting'
                        """)
                .param(seqs.toArray(Long[]::new))
                .update();
    }

    /// Holds those of the requests that still wait and that nobody else holds.
    List<Logged> hold(Collection<Long> seqs) {
        return session.sql()
                .sql(
                        """
                        select * from source.ingest_log
                        where seq = any(?) and state = 'waiting'
                        order by seq
                        for update skip locked
                        """)
                .param(seqs.toArray(Long[]::new))
                .query((row, _) -> logged(row))
                .list();
    }

    static Logged logged(ResultSet row) throws SQLException {
        return new Logged(
                row.getLong("seq"),
                row.getString("source_system"),
                row.getString("route"),
                row.getString("request_id"),
                row.getObject("received_at", OffsetDateTime.class).toInstant(),
                row.getInt("events"),
                row.getBytes("body"));
    }

    /// Ends the wait of a request, with a letter for each of its events.
    void finish(long seq, String outcomes, OffsetDateTime at) {
        session.sql()
                .sql(
                        """
                        update source.ingest_log
                        set state = 'done', outcomes = ?, done_at = ?
                        where seq = ?
                        """)
                .params(outcomes, at, seq)
                .update();
    }
}
