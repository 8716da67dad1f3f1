package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.CopyTable;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// The newest score of each account, for pages that must not wait for the lake. It may be of a day
/// that is not closed yet.
public final class CurrentScores {

    private static final JsonMapper JSON = JsonMapper.shared();

    private static final List<String> COLUMNS =
            List.of(
                    "workspace_id",
                    "account_id",
                    "day",
                    "model",
                    "version",
                    "raw",
                    "rounded",
                    "capped",
                    "published",
                    "plain_band",
                    "band",
                    "coverage",
                    "anatomy");

    private static final String LEFT =
            """
            delete from health.current as old
            where day <= ? and not exists (
                select from arriving_current as new where new.account_id = old.account_id)
            """;

    /// What is the same stays: most scores of a day do not change when it is judged again.
    private static final String CHANGED =
            """
            update health.current as old set (%s) = (%s)
            from arriving_current as new
            where new.account_id = old.account_id
                and (new.day, new.version) >= (old.day, old.version)
                and (new.day, new.version, new.anatomy)
                    is distinct from (old.day, old.version, old.anatomy)
            """
                    .formatted(
                            String.join(", ", COLUMNS),
                            COLUMNS.stream().map("new."::concat).collect(Collectors.joining(", ")));

    private static final String FRESH =
            """
            insert into health.current select * from arriving_current
            on conflict (workspace_id, account_id) do nothing
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
                    var arriving = CopyTable.like(session, "health.current", COLUMNS);
                    anatomies.forEach(it -> arriving.add(cells(workspace, AnatomyRows.of(it))));
                    arriving.complete();
                    session.sql().sql(LEFT).param(day).update();
                    session.sql().sql(CHANGED).update();
                    session.sql().sql(FRESH).update();
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

    private static List<@Nullable Object> cells(WorkspaceId workspace, AnatomyRows rows) {
        var score = rows.score();
        var numbers = score.numbers();
        return Arrays.asList(
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
                JSON.writeValueAsString(rows));
    }
}
