package dev.keepwell.source.webhook;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Counts what is turned away. Anybody can send a forgery, so it must cost us less than them: it is
/// counted in memory, and written with the worker's next round.
final class RefusedDeliveries {

    private record Place(WorkspaceId workspace, String endpoint) {}

    private record Note(long count, Instant at, String reason) {}

    private final Database database;
    private final Map<Place, Note> noted = new ConcurrentHashMap<>();

    RefusedDeliveries(Database database) {
        this.database = database;
    }

    void note(Endpoint endpoint, Unsigned refused, Instant now) {
        noted.merge(
                new Place(endpoint.workspace(), endpoint.id()),
                new Note(1, now, refused.detail()),
                (old, fresh) -> new Note(old.count + 1, fresh.at, fresh.reason));
    }

    /// Writes down what was noted since.
    void write() {
        for (var place : List.copyOf(noted.keySet())) {
            var note = noted.remove(place);
            if (note != null) {
                database.doIn(
                        place.workspace,
                        session ->
                                session.sql()
                                        .sql(
                                                """
                                                insert into source.webhook_count as it
                                                    (workspace_id, endpoint_id, refused,
                                                    last_refused_at, last_refusal)
                                                values (?, ?, ?, ?, ?)
                                                on conflict (workspace_id, endpoint_id)
                                                do update set
                                                    refused = it.refused + excluded.refused,
                                                    last_refused_at = excluded.last_refused_at,
                                                    last_refusal = excluded.last_refusal
                                                """)
                                        .params(
                                                place.workspace.value(),
                                                place.endpoint,
                                                note.count,
                                                note.at.atOffset(ZoneOffset.UTC),
                                                note.reason)
                                        .update());
            }
        }
    }
}
