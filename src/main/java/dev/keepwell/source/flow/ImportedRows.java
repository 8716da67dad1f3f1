package dev.keepwell.source.flow;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;

/// What imports brought: those of files, through the API as well, or those that webhooks become.
/// The day is that on which the import started.
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
            where not import.dry_run and import.undoes is null
            and (import.mapping_name is not distinct from 'webhook') = :hooked
            and import.started_at >= :first
            group by 1, 2, 3
            """;

    private final Way way;

    ImportedRows(Way way) {
        this.way = way;
    }

    @Override
    public Way way() {
        return way;
    }

    @Override
    public List<Arrived> since(Session session, ZoneId zone, LocalDate first) {
        return session.sql()
                .sql(SQL)
                .param("zone", zone.getId())
                .param("hooked", way == Way.WEBHOOK)
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
