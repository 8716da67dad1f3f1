package dev.keepwell.source.event;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.function.Consumer;

/// Tells again what was stored, from the log, for as long as the log has it: for those who lost it.
public final class LogReading {

    private static final int ROWS_AT_ONCE = 50;

    /// Each event that was stored, in the order in which it was.
    public void stored(Session session, Consumer<Event> reader) {
        session.sql()
                .sql("select * from source.ingest_log where state = 'done' order by seq")
                .withFetchSize(ROWS_AT_ONCE)
                .query((ResultSet row) -> read(row, reader));
    }

    private static void read(ResultSet row, Consumer<Event> reader) throws SQLException {
        var outcomes = row.getString("outcomes");
        if (outcomes.indexOf('s') < 0 && outcomes.indexOf('c') < 0) {
            return;
        }
        var request = IngestLog.logged(row);
        var body = request.read();
        var meaning = new Meaning(request, body);
        for (int i = 0; i < outcomes.length(); i++) {
            if (outcomes.charAt(i) == 's' || outcomes.charAt(i) == 'c') {
                reader.accept(meaning.of(body.events().get(i), i));
            }
        }
    }
}
