package dev.keepwell.source.flow;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Component;

/// What came in files, through the API as well. The day is that on which the import started.
@Component
final class ImportedRows implements Arriving {

    private static final String SQL =
            """
            select
                import.source_system,
                import_file.table_name,
                cast(import.started_at at time zone :zone as date) as day,
                sum(import_file.read)     as rows,
                sum(import_file.rejected) as rejected,
                max(import.started_at)    as last_at
            from source.import
            join source.import_file using (workspace_id, import_id)
            where not import.dry_run
            and import.started_at >= :first
            group by 1, 2, 3
            """;

    @Override
    public Way way() {
        return Way.FILES;
    }

    @Override
    public List<Arrived> since(Session session, ZoneId zone, LocalDate first) {
        return session.sql()
                .sql(SQL)
                .param("zone", zone.getId())
                .param("first", first.atStartOfDay(zone).toOffsetDateTime())
                .query((row, _) ->
                        new Arrived(
                                row.getString("source_system"),
                                row.getString("table_name"),
                                row.getObject("day", LocalDate.class),
                                row.getLong("rows"),
                                row.getLong("rejected"),
                                row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .list();
    }
}
