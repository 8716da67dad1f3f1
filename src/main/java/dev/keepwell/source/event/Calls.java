package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What came last, read from the log itself: whatever the page shows is what was received.
public final class Calls {

    /// The newest requests that together hold as many events as are asked for. A body may be large,
    /// so no other is fetched.
    private static final String NEWEST =
            """
            select log.* from source.ingest_log as log
            join (
                select seq, sum(events) over (order by seq desc) - events as newer
                from (
                    select seq, events from source.ingest_log order by seq desc limit :limit
                ) as newest
            ) as counted using (seq)
            where newer < :limit
            order by seq desc
            """;

    private final Database database;

    public Calls(Database database) {
        this.database = database;
    }

    /// The last events and refused requests, the newest first.
    public List<Call> latest(WorkspaceId workspace, int limit) {
        return database.in(
                workspace,
                session -> {
                    var calls = new ArrayList<>(events(session, limit));
                    calls.addAll(refused(session, limit));
                    calls.sort(
                            Comparator.comparing((Call it) -> it.request().receivedAt())
                                    .reversed());
                    return List.copyOf(calls.subList(0, Math.min(limit, calls.size())));
                });
    }

    /// One of them again; none when it is no longer kept.
    public Optional<Call> find(WorkspaceId workspace, String id) {
        if (!id.matches("(e\\d{1,18}-\\d{1,9}|r\\d{1,18})")) {
            return Optional.empty();
        }
        var numbers = id.substring(1).split("-", 2);
        var number = Long.parseLong(numbers[0]);
        return database.in(
                workspace,
                session ->
                        (numbers.length == 1 ? refused(session, number) : events(session, number))
                                .stream().filter(it -> it.id().equals(id)).findFirst());
    }

    /// Changes whenever the list does.
    public String mark(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select concat_ws('-',
                                            (select coalesce(max(seq), 0) from source.ingest_log),
                                            (select count(*) from source.ingest_log
                                                where state = 'waiting'),
                                            (select coalesce(max(call_id), 0)
                                                from source.refused_call))
                                        """)
                                .query(String.class)
                                .single());
    }

    private static List<Call> events(Session session, int limit) {
        var calls = new ArrayList<Call>();
        session.sql()
                .sql(NEWEST)
                .param("limit", limit)
                .withFetchSize(50)
                .query((ResultSet row) -> {
                    var its = events(row);
                    Collections.reverse(its);
                    calls.addAll(its);
                });
        return calls;
    }

    private static List<Call> events(Session session, long seq) {
        var calls = new ArrayList<Call>();
        session.sql()
                .sql("select * from source.ingest_log where seq = ?")
                .param(seq)
                .query((ResultSet row) -> {
                    calls.addAll(events(row));
                });
        return calls;
    }

    private static List<Call> events(ResultSet row) throws SQLException {
        var request = IngestLog.logged(row);
        var body = request.read();
        var meaning = new Meaning(request, body);
        var outcomes = row.getString("outcomes");
        var calls = new ArrayList<Call>();
        for (int i = 0; i < body.events().size(); i++) {
            var slice = body.events().get(i);
            var from =
                    new Call.Request(
                            request.receivedAt(),
                            request.source(),
                            row.getString("token_id"),
                            request.path(),
                            request.requestId(),
                            i);
            var id = "e%d-%d".formatted(request.seq(), i);
            var outcome = outcomes == null ? '?' : outcomes.charAt(i);
            calls.add(call(id, from, meaning, slice, outcome));
        }
        return calls;
    }

    private static Call call(
            String id, Call.Request from, Meaning meaning, Slice slice, char outcome) {
        var payload = new String(slice.array(), StandardCharsets.UTF_8);
        var shown =
                payload.length() > Limits.EVENT_BYTES
                        ? payload.substring(0, Limits.EVENT_BYTES)
                        : payload;
        try {
            var event = meaning.of(slice, from.position());
            return new Call(id, from, state(outcome), event, unforeseen(outcome), shown);
        } catch (Unfit e) {
            var why = new Call.Why(200, e.reason().word(), e.detail(), e.pointer());
            return new Call(id, from, Call.State.SET_ASIDE, null, why, shown);
        }
    }

    /// It means something, and still could not be kept.
    private static Call.@Nullable Why unforeseen(char outcome) {
        return outcome == 'x'
                ? new Call.Why(200, Reason.UNPROCESSABLE.word(), Reason.UNPROCESSABLE.rule(), "")
                : null;
    }

    private static Call.State state(char outcome) {
        return switch (outcome) {
            case 's' -> Call.State.STORED;
            case 'c' -> Call.State.CHANGED;
            case 'd' -> Call.State.DUPLICATE;
            case 'p' -> Call.State.CONFLICTING;
            case 'x' -> Call.State.SET_ASIDE;
            default -> Call.State.WAITING;
        };
    }

    private static List<Call> refused(Session session, int limit) {
        return session.sql()
                .sql("select * from source.refused_call order by call_id desc limit ?")
                .param(limit)
                .query((row, _) -> refused(row))
                .list();
    }

    private static List<Call> refused(Session session, long id) {
        return session.sql()
                .sql("select * from source.refused_call where call_id = ?")
                .param(id)
                .query((row, _) -> refused(row))
                .list();
    }

    private static Call refused(ResultSet row) throws SQLException {
        return new Call(
                "r" + row.getLong("call_id"),
                new Call.Request(
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getString("source_system"),
                        row.getString("token_id"),
                        row.getString("route"),
                        row.getString("request_id"),
                        0),
                Call.State.REFUSED,
                null,
                new Call.Why(
                        row.getInt("status"), row.getString("code"), row.getString("detail"), ""),
                new String(row.getBytes("excerpt"), StandardCharsets.UTF_8));
    }
}
