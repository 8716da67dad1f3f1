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
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// Sends what was set aside again, as it was or mended, through the log like any other event. What
/// still breaks a rule is refused here and stays where it is.
public final class Replays {

    private static final int AT_ONCE = 1_000;
    private static final int PREVIEWED = 3;

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

    /// One of a group before an edit and after it, and the rule it would still break, if any.
    public record Preview(long id, String before, String after, @Nullable String problem) {}

    /// An event on its way back, which breaks no rule.
    @SuppressWarnings("ArrayRecordComponent") // It is written once, never compared.
    private record Parcel(Route way, byte[] body, Instant at) {}

    /// Replays one event. Replaying what was replayed does nothing.
    public void replay(WorkspaceId workspace, long id, @Nullable String payload) {
        var letter = letters.find(workspace, id);
        if (!letter.state().isOpen()) {
            return;
        }
        var event = payload == null ? letter.original() : payload.getBytes(StandardCharsets.UTF_8);
        try {
            send(workspace, letter, event);
        } catch (Refused e) {
            throw Refusal.invalid(e.code(), e.detail());
        } catch (Unfit e) {
            throw Refusal.invalid(e.reason().word(), sentence(e));
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
                    send(workspace, letter, Mending.edited(letter.original(), edit));
                    replayed++;
                } catch (Unfit e) {
                    left++;
                }
            }
            before = page.getLast().id();
        }
        return new Result(replayed, left);
    }

    /// What an edit would make of the newest of a group. Nothing is sent.
    public List<Preview> preview(WorkspaceId workspace, String reason, @Nullable Edit edit) {
        return letters.list(workspace, reason, Long.MAX_VALUE, PREVIEWED).stream()
                .map(it -> preview(it, edit))
                .toList();
    }

    private Preview preview(DeadLetter letter, @Nullable Edit edit) {
        var before = text(letter.original());
        var after = before;
        try {
            var event = Mending.edited(letter.original(), edit);
            after = text(event);
            var ignored = parcel(letter, event);
            return new Preview(letter.id(), before, after, null);
        } catch (Unfit e) {
            return new Preview(letter.id(), before, after, sentence(e));
        }
    }

    private static String text(byte[] event) {
        return new String(event, StandardCharsets.UTF_8);
    }

    private static String sentence(Unfit e) {
        return e.pointer().isEmpty() ? e.detail() : e.detail() + " See " + e.pointer() + ".";
    }

    private void send(WorkspaceId workspace, DeadLetter letter, byte[] event) {
        var parcel = parcel(letter, event);
        database.doIn(workspace, session -> send(session, workspace, letter, parcel));
        appended.run();
    }

    /// Throws the rule that it still breaks.
    private Parcel parcel(DeadLetter letter, byte[] event) {
        var route = Route.named(letter.origin().route()).orElse(Route.REPLAY);
        var way = route.isBatch() ? Route.REPLAY : route;
        // What is mended by hand may have become two events, or none; one is counted.
        var ignored = new Cut(new Slice.Bytes(event)).whole();
        var body = route.isBatch() ? batch(event) : event;
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            check(new Logged(0, letter.origin().source(), way.path(), "", now, 1, body));
        } catch (Refused e) {
            throw new Unfit(Reason.MALFORMED_EVENT, "", e.detail());
        }
        return new Parcel(way, body, now);
    }

    /// What is counted as one event must be one, however it was mended.
    private static void check(Logged request) {
        var read = request.read();
        if (read.events().size() != 1) {
            throw new Unfit(Reason.MALFORMED_EVENT, "", "One event is sent in the place of one.");
        }
        var ignored = new Meaning(request, read).of(read.events().getFirst(), 0);
    }

    private static void send(
            Session session, WorkspaceId workspace, DeadLetter letter, Parcel parcel) {
        var taken =
                session.sql()
                        .sql(
                                """
                                update source.dead_letter set replayed_at = ?
                                where dead_letter_id = ?
                                    and replayed_at is null and ignored_at is null
                                """)
                        .params(parcel.at().atOffset(ZoneOffset.UTC), letter.id())
                        .update();
        if (taken == 0) {
            return;
        }
        var seq =
                new IngestLog(session)
                        .append(
                                new Arrival(
                                        new Arrival.Sender(workspace, letter.origin().source(), ""),
                                        new Arrival.Call(
                                                parcel.way(), "replay-" + letter.id(), parcel.at()),
                                        parcel.body(),
                                        new Arrival.Sizes(parcel.body().length, 1, 0)));
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
