package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.json.JsonMapper;

/// Sends an event of our own through the log, so that whoever sets up a sender sees how one
/// arrives. It names no account and counts for none.
public final class TestEvents {

    /// The source that such an event is of. Nobody waits for its next one.
    public static final String SOURCE = "keepwell";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Clock clock;
    private final Runnable appended;

    TestEvents(Database database, Clock clock, Runnable appended) {
        this.database = database;
        this.clock = clock;
        this.appended = appended;
    }

    /// Answers with its message id.
    public String send(WorkspaceId workspace) {
        var messageId = "test-" + UUID.randomUUID();
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var body =
                JSON.writeValueAsString(
                                Map.of(
                                        "event",
                                        "Keepwell test event",
                                        "messageId",
                                        messageId,
                                        "timestamp",
                                        now.toString(),
                                        "userId",
                                        "keepwell-test"))
                        .getBytes(StandardCharsets.UTF_8);
        var arrival =
                new Arrival(
                        new Arrival.Sender(workspace, SOURCE, ""),
                        new Arrival.Call(Route.TRACK, messageId, now),
                        body,
                        new Arrival.Sizes(body.length, 1, 0));
        database.doIn(workspace, session -> new IngestLog(session).append(arrival));
        appended.run();
        return messageId;
    }
}
