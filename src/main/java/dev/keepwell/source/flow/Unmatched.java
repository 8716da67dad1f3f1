package dev.keepwell.source.flow;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.stereotype.Component;

/// Rows of files that were set aside because what they belong to has never come: a contact without
/// its account.
@Component
public final class Unmatched {

    public static final Duration LOOK_BACK = Duration.ofDays(30);

    /// The beginning of such reasons, before the table that is looked for.
    private static final String UNKNOWN = "unknown_";

    private static final String SQL =
            """
            select
                import.source_system,
                rejection.table_name,
                rejection.reason,
                count(*) as rows,
                (array_agg(rejection.file || ':' || rejection.line
                    order by rejection_id desc))[1 : 3] as examples
            from source.rejection
            join source.import using (workspace_id, import_id)
            where starts_with(rejection.reason, :unknown)
            and rejection.first_seen >= :since
            and not import.dry_run
            group by 1, 2, 3
            order by 4 desc, 1, 2, 3
            """;

    private final Database database;
    private final Clock clock;

    Unmatched(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// So many rows for a table name a record of another that is not there.
    public record Group(
            String source, String table, String refers, long rows, List<String> examples) {

        public Group {
            examples = List.copyOf(examples);
        }
    }

    /// Those of the last days, the most rows first.
    public List<Group> of(WorkspaceId workspace) {
        var since = clock.instant().minus(LOOK_BACK).atOffset(ZoneOffset.UTC);
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                session.sql()
                                        .sql(SQL)
                                        .param("unknown", UNKNOWN)
                                        .param("since", since)
                                        .query((row, _) ->
                                                new Group(
                                                        row.getString(1),
                                                        row.getString(2),
                                                        row.getString(3)
                                                                .substring(UNKNOWN.length()),
                                                        row.getLong(4),
                                                        List.of(
                                                                (String[])
                                                                        row.getArray(5)
                                                                                .getArray())))));
    }
}
