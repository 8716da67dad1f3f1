package dev.keepwell.source.flow;

import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What people decided about sources, and how far each is complete, within one transaction.
record SourceBook(Session session) {

    /// A table of a source.
    record Place(String source, String table) {

        /// The source as a whole.
        static Place whole(String source) {
            return new Place(source, "");
        }
    }

    Map<Place, Duration> expectations() {
        var all = new HashMap<Place, Duration>();
        session.sql()
                .sql("select source_system, table_name, every_hours from source.expectation")
                .query(row -> {
                    all.put(place(row), Duration.ofHours(row.getInt("every_hours")));
                });
        return all;
    }

    /// Days are null where a table is connected and nobody knows how far it is complete.
    Map<Place, @Nullable LocalDate> completeness() {
        var all = new HashMap<Place, @Nullable LocalDate>();
        session.sql()
                .sql(
                        """
                        select source_system, table_name, complete_until
                        from source.watermark where connected
                        """)
                .query(row -> {
                    all.put(place(row), row.getObject("complete_until", LocalDate.class));
                });
        return all;
    }

    Map<String, Source.Care> care() {
        var all = new HashMap<String, Source.Care>();
        session.sql()
                .sql("select source_system, owner, paused_at, paused_by from source.care")
                .query(row -> {
                    all.put(row.getString("source_system"), care(row));
                });
        return all;
    }

    private static Source.Care care(ResultSet row) throws SQLException {
        var paused = row.getObject("paused_at", OffsetDateTime.class);
        return new Source.Care(
                row.getString("owner"),
                paused == null ? null : paused.toInstant(),
                row.getString("paused_by"));
    }

    void expect(String workspace, Place place, @Nullable Duration every) {
        session.sql()
                .sql("delete from source.expectation where source_system = ? and table_name = ?")
                .params(place.source(), place.table())
                .update();
        if (every != null) {
            session.sql()
                    .sql("insert into source.expectation values (?, ?, ?, ?)")
                    .params(workspace, place.source(), place.table(), (int) every.toHours())
                    .update();
        }
    }

    void own(String workspace, String source, String owner) {
        begin(workspace, source);
        session.sql()
                .sql("update source.care set owner = nullif(?, '') where source_system = ?")
                .params(owner.strip(), source)
                .update();
    }

    /// A pause that goes on began when it began.
    void pause(String workspace, String source, Instant now, String by) {
        begin(workspace, source);
        session.sql()
                .sql(
                        """
                        update source.care set paused_at = ?, paused_by = ?
                        where source_system = ? and paused_at is null
                        """)
                .params(now.atOffset(ZoneOffset.UTC), by, source)
                .update();
    }

    void resume(String source) {
        session.sql()
                .sql(
                        """
                        update source.care set paused_at = null, paused_by = null
                        where source_system = ?
                        """)
                .param(source)
                .update();
    }

    private void begin(String workspace, String source) {
        session.sql()
                .sql(
                        """
                        insert into source.care (workspace_id, source_system) values (?, ?)
                        on conflict do nothing
                        """)
                .params(List.of(workspace, source))
                .update();
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getString("source_system"), row.getString("table_name"));
    }
}
