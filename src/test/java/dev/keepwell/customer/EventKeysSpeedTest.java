package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.event.Event;
import dev.keepwell.story.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints how fast ids are recognised when there are ten million of them, and what they take up.
@Tag("long")
class EventKeysSpeedTest {

    private static final int IDS = Integer.getInteger("keepwell.ids", 10_000_000);
    private static final int PORTION = 20_000;
    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();

    @Test
    void ids_among_ten_million() {
        var start = System.nanoTime();
        for (int from = 0; from < IDS; from += PORTION) {
            claim(from);
        }
        var all = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            claim(IDS + i * PORTION);
        }
        var last = (System.nanoTime() - start) / 1e9;
        start = System.nanoTime();
        for (int i = 0; i < 10; i++) {
            claim(i * 7 * PORTION);
        }
        var again = (System.nanoTime() - start) / 1e9;
        System.gc();
        var heap = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        System.out.printf(
                "%,d ids: %,.0f a second on the way, then %,.0f new and %,.0f known ones;"
                        + " %,d MB in the database, heap %,d MB%n",
                IDS,
                IDS / all,
                10 * PORTION / last,
                10 * PORTION / again,
                bytes() >> 20,
                heap >> 20);
    }

    private void claim(int from) {
        List<Event> events =
                IntStream.range(from, from + PORTION).mapToObj(EventKeysSpeedTest::event).toList();
        database.doIn(workspace, it -> new EventKeys(it, workspace).claim(events));
    }

    private static Event event(int number) {
        return new Event(
                new Event.Id("sdk", "message-" + number, new UUID(1, number)),
                Event.Type.TRACK,
                "Viewed",
                new Event.Who("u1", null, null, null, ""),
                new Event.Times(THEN, THEN, null, THEN),
                "{}",
                false);
    }

    private long bytes() {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select sum(pg_total_relation_size(inhrelid))
                                        from pg_inherits
                                        where inhparent = 'customer.event_key'::regclass
                                        """)
                                .query(Long.class)
                                .single());
    }
}
