package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.CopyTable;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
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

    private static final String TABLE = "screen.portfolio";
    private static final String COLUMNS = String.join(", ", EntryRow.COLUMNS);

    private static final String UPDATE =
            """
            update screen.portfolio as old set (%1$s) = (%2$s)
            from arriving_portfolio as new
            where new.account_id = old.account_id and (%3$s) is distinct from (%2$s)
            """
                    .formatted(COLUMNS, of("new"), of("old"));

    private final Database database;
    private final Clock clock;

    Shelf(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// Puts the entries in place of all that are there. The portions are asked for one by one, so
    /// that they need not all be in memory, and an entry that says what it said is left alone.
    void replace(WorkspaceId workspace, Label label, Iterable<List<Entry>> portions) {
        database.doIn(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    var arriving = CopyTable.like(session, TABLE, EntryRow.COLUMNS);
                    portions.forEach(portion ->
                            portion.forEach(it -> arriving.add(EntryRow.cells(workspace, it))));
                    arriving.complete();
                    take(session);
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

    /// Who left, who changed, and who is new.
    private static void take(Session session) {
        session.sql()
                .sql(
                        """
                        delete from screen.portfolio as old where not exists (
                            select from arriving_portfolio as new
                            where new.account_id = old.account_id)
                        """)
                .update();
        session.sql().sql(UPDATE).update();
        session.sql()
                .sql(
                        """
                        insert into screen.portfolio (%1$s)
                        select %1$s from arriving_portfolio as new where not exists (
                            select from screen.portfolio as old
                            where old.account_id = new.account_id)
                        """
                                .formatted(COLUMNS))
                .update();
        takeSearched(session);
    }

    private static void takeSearched(Session session) {
        session.sql()
                .sql(
                        """
                        delete from screen.portfolio_search as old where not exists (
                            select from arriving_portfolio as new
                            where new.account_id = old.account_id and new.searched = old.searched)
                        """)
                .update();
        session.sql()
                .sql(
                        """
                        insert into screen.portfolio_search
                        select workspace_id, account_id, searched from arriving_portfolio
                        on conflict do nothing
                        """)
                .update();
    }

    private static String of(String row) {
        return EntryRow.COLUMNS.stream()
                .map(it -> row + "." + it)
                .collect(Collectors.joining(", "));
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
