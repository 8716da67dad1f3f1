package dev.keepwell.source.event;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessResourceFailureException;

/// The durable log of what was sent, within one transaction and one workspace.
record IngestLog(Session session) {

    private static final String INSERT =
            """
            insert into source.ingest_log (workspace_id, source_system, token_id, route, request_id,
                received_at, body, sha256, unpacked, events, refused)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    /// Writes one request down, and counts it. Its number in the log.
    long append(Arrival arrival) {
        count(List.of(arrival));
        return session.sql()
                .sql(INSERT + " returning seq")
                .params(Arrays.asList(values(arrival)))
                .query(Long.class)
                .single();
    }

    /// Writes many down, with one round trip to the database, and counts them.
    void append(List<Arrival> arrivals) {
        try (var insert = session.connection().prepareStatement(INSERT)) {
            for (var arrival : arrivals) {
                var values = values(arrival);
                for (int i = 0; i < values.length; i++) {
                    insert.setObject(i + 1, values[i]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new DataAccessResourceFailureException("Requests cannot be written down.", e);
        }
        count(arrivals);
    }

    private static Object[] values(Arrival arrival) {
        var sender = arrival.sender();
        var call = arrival.call();
        var sizes = arrival.sizes();
        return new Object[] {
            sender.workspace().value(),
            sender.source(),
            sender.tokenId(),
            call.route().path(),
            call.requestId(),
            call.receivedAt().atOffset(ZoneOffset.UTC),
            arrival.body(),
            arrival.sha256(),
            sizes.unpacked(),
            sizes.events(),
            sizes.refused()
        };
    }

    private void count(List<Arrival> arrivals) {
        arrivals.stream()
                .collect(Collectors.groupingBy(it -> it.sender().source()))
                .forEach(this::count);
    }

    private void count(String source, List<Arrival> arrivals) {
        session.sql()
                .sql(
                        """
                        insert into source.received_count as it
                        values (?, ?, ?, ?, ?, ?)
                        on conflict (workspace_id, source_system) do update set
                            requests = it.requests + excluded.requests,
                            events = it.events + excluded.events,
                            refused = it.refused + excluded.refused,
                            last_at = greatest(it.last_at, excluded.last_at)
                        """)
                .params(
                        arrivals.getFirst().sender().workspace().value(),
                        source,
                        arrivals.size(),
                        arrivals.stream().mapToLong(it -> it.sizes().events()).sum(),
                        arrivals.stream().mapToLong(it -> it.sizes().refused()).sum(),
                        arrivals.stream()
                                .map(it -> it.call().receivedAt())
                                .max(Comparator.naturalOrder())
                                .orElseThrow()
                                .atOffset(ZoneOffset.UTC))
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

    void giveBack(Collection<Long> seqs) {
        session.sql()
                .sql(
                        """
                        update source.ingest_log set attempts = attempts - 1
                        where seq = any(?) and state = 'waiting' and attempts > 0
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
