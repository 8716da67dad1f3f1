package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Where the entries of the list are kept. All of them are replaced at once, so that a reader sees
/// one gathering or the next and never a mixture.
@Component
final class Shelf {

    /// The day of a gathering and the currency of its amounts.
    record Label(LocalDate day, String currency) {}

    private static final String INSERT =
            "insert into screen.portfolio (%s) values (%s)"
                    .formatted(
                            String.join(", ", EntryRow.COLUMNS),
                            EntryRow.COLUMNS.stream()
                                    .map(_ -> "?")
                                    .collect(Collectors.joining(", ")));

    private final Database database;
    private final Clock clock;

    Shelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Puts the entries in place of all that are there. The portions are asked for one by one, so
    /// that they need not all be in memory.
    void replace(WorkspaceId workspace, Label label, Iterable<List<Entry>> portions) {
        database.doIn(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    session.sql().sql("delete from screen.portfolio").update();
                    portions.forEach(it -> insert(session, workspace, it));
                    stamp(session, workspace, label);
                });
    }

    Optional<Gathered> gathered(Session session) {
        return session.sql()
                .sql("select workspace_id, day, currency, generation from screen.portfolio_day")
                .query((row, _) ->
                        new Gathered(
                                row.getString(1),
                                row.getObject(2, LocalDate.class),
                                row.getString(3),
                                row.getLong(4)))
                .optional();
    }

    private static void insert(Session session, WorkspaceId workspace, List<Entry> entries) {
        try (var insert = session.connection().prepareStatement(INSERT)) {
            for (var entry : entries) {
                var cells = EntryRow.cells(workspace, entry);
                for (int i = 0; i < cells.size(); i++) {
                    insert.setObject(i + 1, cells.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The list of accounts does not go in.", e);
        }
    }

    private void stamp(Session session, WorkspaceId workspace, Label label) {
        session.sql()
                .sql(
                        """
                        insert into screen.portfolio_day values (?, ?, ?, ?, 1)
                        on conflict (workspace_id) do update set
                            day = excluded.day, currency = excluded.currency,
                            gathered_at = excluded.gathered_at,
                            generation = portfolio_day.generation + 1
                        """)
                .params(workspace.value(), label.day(), label.currency(), OffsetDateTime.now(clock))
                .update();
    }

    private static void waitForOtherWriters(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("screen.portfolio " + workspace)
                .query(Integer.class)
                .single();
    }
}
