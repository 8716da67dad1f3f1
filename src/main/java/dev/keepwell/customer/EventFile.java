package dev.keepwell.customer;

import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.source.event.Event;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.duckdb.DuckDBAppender;
import org.jspecify.annotations.Nullable;

/// Writes events to Parquet files. The engine is started for the first and kept, for that takes
/// longer than most files. Not for use by several threads at once.
final class EventFile implements AutoCloseable {

    /// Rows of one account lie together.
    static final String ORDER = "source_system, account_ref nulls last, occurred_at, message_id";

    private @Nullable DuckDb duck;

    synchronized Draft write(List<Event> events, Path path) {
        var engine = engine();
        engine.run("delete from arriving");
        try (var appender = engine.appender("arriving")) {
            for (var event : events) {
                append(event, appender);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Events cannot be written to Parquet.", e);
        }
        engine.write("select * from arriving order by " + ORDER, path);
        return new Draft(path, events.size());
    }

    private DuckDb engine() {
        if (duck == null) {
            duck = DuckDb.open(DuckDb.Bounds.SMALL);
            duck.run(
                    """
                    create temp table arriving (
                        source_system varchar, message_id varchar, type varchar,
                        event_name varchar, user_ref varchar, anonymous_ref varchar,
                        previous_ref varchar, account_ref varchar, account_from varchar,
                        occurred_at timestamp, sent_timestamp timestamp, sent_at timestamp,
                        received_at timestamp, properties varchar, recorded_at timestamp)
                    """);
        }
        return duck;
    }

    private static void append(Event event, DuckDBAppender to) throws SQLException {
        var who = event.who();
        var times = event.times();
        to.beginRow();
        text(event.id().source(), to);
        text(event.id().messageId(), to);
        text(event.type().word(), to);
        text(event.name(), to);
        text(who.user(), to);
        text(who.anonymous(), to);
        text(who.previous(), to);
        text(who.account(), to);
        text(who.accountFrom(), to);
        time(times.occurredAt(), to);
        time(times.timestamp(), to);
        time(times.sentAt(), to);
        time(times.receivedAt(), to);
        text(event.properties(), to);
        time(times.receivedAt(), to);
        to.endRow();
    }

    private static void text(@Nullable String text, DuckDBAppender to) throws SQLException {
        if (text == null) {
            to.appendNull();
        } else {
            to.append(text);
        }
    }

    private static void time(@Nullable Instant time, DuckDBAppender to) throws SQLException {
        if (time == null) {
            to.appendNull();
        } else {
            to.append(LocalDateTime.ofInstant(time, ZoneOffset.UTC));
        }
    }

    @Override
    public synchronized void close() {
        if (duck != null) {
            duck.close();
            duck = null;
        }
    }
}
