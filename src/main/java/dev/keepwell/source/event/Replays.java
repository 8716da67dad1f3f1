package dev.keepwell.source.event;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sends what was set aside again, as it was or mended, through the log like any other event. What
/// still breaks a rule is refused here and stays where it is.
public final class Replays {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int AT_ONCE = 1_000;

    private final Database database;
    private final DeadLetters letters;
    private final Clock clock;
    private final Runnable appended;

    Replays(Database database, DeadLetters letters, Clock clock, Runnable appended) {
        this.database = database;
        this.letters = letters;
        this.clock = clock;
        this.appended = appended;
    }

    /// One value that is set in each of a group, at a JSON pointer. Without a value it is taken
    /// out.
    public record Edit(String pointer, @Nullable JsonNode value) {}

    /// How many of a group went in again, and how many still break a rule.
    public record Result(int replayed, int left) {}

    /// Replays one event. Replaying what was replayed does nothing.
    public void replay(WorkspaceId workspace, long id, @Nullable String payload) {
        var letter = letters.find(workspace, id);
        if (!letter.state().isOpen()) {
            return;
        }
        var event = payload == null ? letter.original() : payload.getBytes(StandardCharsets.UTF_8);
        try {
            send(workspace, letter, event);
        } catch (Unfit e) {
            throw Refusal.invalid(
                    e.reason().word(),
                    "%s%s"
                            .formatted(
                                    e.detail(),
                                    e.pointer().isEmpty() ? "" : " See " + e.pointer() + "."));
        }
    }

    /// Replays all of one reason, each mended in the same way.
    public Result replayAll(WorkspaceId workspace, String reason, @Nullable Edit edit) {
        int replayed = 0;
        int left = 0;
        var before = Long.MAX_VALUE;
        for (var page = letters.list(workspace, reason, before, AT_ONCE);
                !page.isEmpty();
                page = letters.list(workspace, reason, before, AT_ONCE)) {
            for (var letter : page) {
                try {
                    send(workspace, letter, edited(letter.original(), edit));
                    replayed++;
                } catch (Unfit | Refused | JacksonException e) {
                    left++;
                }
            }
            before = page.getLast().id();
        }
        return new Result(replayed, left);
    }

    static byte[] edited(byte[] original, @Nullable Edit edit) {
        if (edit == null) {
            return original;
        }
        var tree = JSON.readTree(original);
        var pointer = JsonPointer.compile(edit.pointer());
        var parent = pointer.head() == null ? null : tree.at(pointer.head());
        if (!(parent instanceof ObjectNode object)) {
            throw new Unfit(Reason.MALFORMED_EVENT, edit.pointer());
        }
        var name = String.valueOf(pointer.last().getMatchingProperty());
        if (edit.value() == null) {
            object.remove(name);
        } else {
            object.set(name, edit.value());
        }
        return JSON.writeValueAsBytes(tree);
    }

    private void send(WorkspaceId workspace, DeadLetter letter, byte[] event) {
        var route =
                Arrays.stream(Route.values())
                        .filter(it -> it.path().equals(letter.origin().route()))
                        .findFirst()
                        .orElse(Route.REPLAY);
        var way = route.isBatch() ? Route.REPLAY : route;
        var body = route.isBatch() ? batch(event) : event;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        check(letter, way, body, now);
        database.doIn(workspace, session -> send(session, workspace, letter, way, body, now));
        appended.run();
    }

    private void check(DeadLetter letter, Route way, byte[] body, Instant now) {
        var request = new Logged(0, letter.origin().source(), way.path(), "", now, 1, body);
        var read = request.read();
        var ignored = new Meaning(request, read).of(read.events().getFirst(), 0);
    }

    private static void send(
            Session session,
            WorkspaceId workspace,
            DeadLetter letter,
            Route way,
            byte[] body,
            Instant now) {
        var taken =
                session.sql()
                        .sql(
                                """
                                update source.dead_letter set replayed_at = ?
                                where dead_letter_id = ?
                                    and replayed_at is null and ignored_at is null
                                """)
                        .params(now.atOffset(ZoneOffset.UTC), letter.id())
                        .update();
        if (taken == 0) {
            return;
        }
        var seq =
                new IngestLog(session)
                        .append(
                                new Arrival(
                                        new Arrival.Sender(workspace, letter.origin().source(), ""),
                                        new Arrival.Call(way, "replay-" + letter.id(), now),
                                        body,
                                        new Arrival.Sizes(body.length, 1, 0)));
        session.sql()
                .sql("update source.dead_letter set replayed_as = ? where dead_letter_id = ?")
                .params(seq, letter.id())
                .update();
    }

    private static byte[] batch(byte[] event) {
        var parts =
                List.of(
                        "{\"batch\":[".getBytes(StandardCharsets.UTF_8),
                        event,
                        "]}".getBytes(StandardCharsets.UTF_8));
        var out = new java.io.ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }
}
