package dev.keepwell.source;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The last imports of a workspace, the newest first.
public final class ImportShelf {

    private final Database database;

    public ImportShelf(Database database) {
        this.database = database;
    }

    public List<Shelved> latest(WorkspaceId workspace, int limit) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select import.*, array(
                                                select file from source.import_upload upload
                                                where upload.import_id = import.import_id
                                                order by file
                                            ) as files, counts.*
                                        from source.import
                                        cross join lateral (
                                            select coalesce(sum(read), 0) as read,
                                                coalesce(sum(rejected), 0) as rejected
                                            from source.import_file fed
                                            where fed.import_id = import.import_id
                                        ) counts
                                        where not dry_run
                                        order by created_at desc, import_id limit ?
                                        """)
                                .param(limit)
                                .query((row, _) -> read(row))
                                .list());
    }

    private static Shelved read(ResultSet row) throws SQLException {
        var read = row.getLong("read");
        var rejected = row.getLong("rejected");
        return new Shelved(
                row.getString("import_id"),
                List.of((String[]) row.getArray("files").getArray()),
                row.getString("source_system"),
                row.getString("wizard") != null,
                new Shelved.Moments(
                        row.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(row, "started_at"),
                        instant(row, "finished_at")),
                read,
                read - rejected,
                rejected);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}
