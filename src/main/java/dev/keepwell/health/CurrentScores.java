package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The newest score of each account, for pages that must not wait for the lake. It may be of a day
/// that is not closed yet.
public final class CurrentScores {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final String UPSERT =
            """
            insert into health.current values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (workspace_id, account_id) do update set
                day = excluded.day, model = excluded.model, version = excluded.version,
                raw = excluded.raw, rounded = excluded.rounded, capped = excluded.capped,
                published = excluded.published, plain_band = excluded.plain_band,
                band = excluded.band, coverage = excluded.coverage, anatomy = excluded.anatomy
            where (excluded.day, excluded.version)
                >= (health.current.day, health.current.version)
            """;

    private final Database database;

    public CurrentScores(Database database) {
        this.database = database;
    }

    /// Takes over all scores of a day, unless what is there is newer, or by a newer model. Who was
    /// no customer any more on that day has none from then on.
    public void put(WorkspaceId workspace, LocalDate day, List<Anatomy> anatomies) {
        database.doIn(
                workspace,
                session -> {
                    if (knowsMore(session, day)) {
                        return;
                    }
                    session.sql()
                            .sql(
                                    """
                                    delete from health.current
                                    where day <= ? and not (day = ? and account_id = any(?))
                                    """)
                            .params(
                                    day,
                                    day,
                                    anatomies.stream()
                                            .map(it -> it.account().value())
                                            .toArray(String[]::new))
                            .update();
                    try (var upsert = session.connection().prepareStatement(UPSERT)) {
                        for (var anatomy : anatomies) {
                            fill(upsert, workspace, AnatomyRows.of(anatomy));
                            upsert.addBatch();
                        }
                        upsert.executeBatch();
                    } catch (SQLException e) {
                        throw new IllegalStateException("The current scores do not go in.", e);
                    }
                });
    }

    /// The day that the newest scores are of; none when nobody has one.
    public Optional<LocalDate> day(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql("select day from health.current order by day desc limit 1")
                                .query((row, _) -> row.getObject(1, LocalDate.class))
                                .optional());
    }

    public Optional<Anatomy> of(WorkspaceId workspace, AccountId account) {
        return Optional.ofNullable(of(workspace, List.of(account)).get(account));
    }

    /// The newest score, if it is of that very day: one that is judged for the moment only is in no
    /// ledger yet.
    public Optional<Anatomy> on(WorkspaceId workspace, AccountId account, LocalDate day) {
        return of(workspace, account).filter(it -> it.day().equals(day));
    }

    /// The newest scores of those of the accounts that have one, in one question.
    public Map<AccountId, Anatomy> of(WorkspaceId workspace, Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        var scores = new HashMap<AccountId, Anatomy>();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select anatomy from health.current
                                        where account_id = any(?)
                                        """)
                                .param(ids)
                                .query(row -> {
                                    var rows = row.getString(1);
                                    var anatomy = JSON.readValue(rows, AnatomyRows.class).anatomy();
                                    scores.put(anatomy.account(), anatomy);
                                }));
        return scores;
    }

    /// Closing earlier days afterwards must not bring back who has left since.
    private static boolean knowsMore(Session session, LocalDate day) {
        return session.sql()
                .sql(
                        """
                        select exists (select 1 from health.current where day > :day)
                            or exists (select 1 from health.closed_day where day > :day)
                        """)
                .param("day", day)
                .query((row, _) -> row.getBoolean(1))
                .single();
    }

    private static void fill(PreparedStatement upsert, WorkspaceId workspace, AnatomyRows rows)
            throws SQLException {
        var score = rows.score();
        var numbers = score.numbers();
        var cells =
                new @Nullable Object[] {
                    workspace.value(),
                    score.key().account(),
                    score.key().day(),
                    score.key().model(),
                    score.key().version(),
                    numbers == null ? null : numbers.raw(),
                    numbers == null ? null : numbers.rounded(),
                    numbers == null ? null : numbers.capped(),
                    numbers == null ? null : numbers.published(),
                    numbers == null ? null : numbers.plainBand(),
                    score.band(),
                    score.coverage(),
                    JSON.writeValueAsString(rows)
                };
        for (int i = 0; i < cells.length; i++) {
            upsert.setObject(i + 1, cells[i]);
        }
    }
}
