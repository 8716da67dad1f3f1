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
import org.jspecify.annotations.Nullable;

/// What came last, read from the log itself: whatever the page shows is what was received.
public final class Calls {

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

    private static List<Call> events(Session session, int limit) {
        var calls = new ArrayList<Call>();
        session.sql()
                .sql("select * from source.ingest_log order by seq desc limit ?")
                .param(limit)
                .withFetchSize(50)
                .query((ResultSet row) -> {
                    if (calls.size() < limit) {
                        var its = events(row);
                        Collections.reverse(its);
                        calls.addAll(its);
                    }
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
            calls.add(call(from, meaning, slice, outcomes == null ? '?' : outcomes.charAt(i)));
        }
        return calls;
    }

    private static Call call(Call.Request from, Meaning meaning, Slice slice, char outcome) {
        var payload = new String(slice.array(), StandardCharsets.UTF_8);
        var shown =
                payload.length() > Limits.EVENT_BYTES
                        ? payload.substring(0, Limits.EVENT_BYTES)
                        : payload;
        try {
            var event = meaning.of(slice, from.position());
            return new Call(from, state(outcome), event, unforeseen(outcome), shown);
        } catch (Unfit e) {
            var why = new Call.Why(200, e.reason().word(), e.detail(), e.pointer());
            return new Call(from, Call.State.SET_ASIDE, null, why, shown);
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

    private static Call refused(ResultSet row) throws SQLException {
        return new Call(
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
