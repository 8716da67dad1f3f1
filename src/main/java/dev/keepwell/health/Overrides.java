package dev.keepwell.health;

import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Every override that was ever ordered, with its end if somebody took it back.
public final class Overrides {

    private static final String COLUMNS =
            "id, account_id, author, reason, score, band, from_day, until_day, ended_on, ended_by";

    private final Database database;
    private final Clock clock;

    Overrides(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /// An override as it was ordered, and the day on which it was ended before its time.
    public record Entry(
            String id,
            AccountId account,
            ManualOverride override,
            @Nullable LocalDate endedOn,
            @Nullable String endedBy) {

        public boolean holdsOn(LocalDate day) {
            return override.holdsOn(day) && (endedOn == null || day.isBefore(endedOn));
        }
    }

    /// Puts an override in force; one that is in force already ends where this one begins.
    public Entry order(WorkspaceId workspace, AccountId account, ManualOverride override) {
        return database.in(
                workspace,
                session -> {
                    end(session, account, override.from(), override.author());
                    var id = UUID.randomUUID().toString();
                    insert(session, workspace, id, account, override);
                    return new Entry(id, account, override, null, null);
                });
    }

    /// Ends what is in force for the account, from `day` on.
    public void end(WorkspaceId workspace, AccountId account, LocalDate day, String by) {
        database.doIn(
                workspace,
                session -> {
                    if (end(session, account, day, by) == 0) {
                        throw Refusal.unknown(
                                "no_override", "No override is in force for this account.");
                    }
                });
    }

    /// All of an account, the newest first.
    public List<Entry> of(WorkspaceId workspace, AccountId account) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select %s from health.override
                                        where account_id = ? order by from_day desc, ordered_at desc
                                        """
                                                .formatted(COLUMNS))
                                .param(account.value())
                                .query((row, _) -> read(row))
                                .list());
    }

    public Optional<Entry> inForce(WorkspaceId workspace, AccountId account, LocalDate day) {
        return of(workspace, account).stream().filter(it -> it.holdsOn(day)).findFirst();
    }

    /// Whatever is in force on one of the days, account by account.
    Map<AccountId, List<Entry>> between(WorkspaceId workspace, LocalDate first, LocalDate last) {
        return database.in(
                workspace,
                session ->
                        session
                                .sql()
                                .sql(
                                        """
                                        select %s from health.override
                                        where from_day <= ? and until_day > ?
                                        order by from_day desc, ordered_at desc
                                        """
                                                .formatted(COLUMNS))
                                .params(last, first)
                                .query((row, _) -> read(row))
                                .list()
                                .stream()
                                .collect(Collectors.groupingBy(Entry::account)));
    }

    private static int end(Session session, AccountId account, LocalDate day, String by) {
        return session.sql()
                .sql(
                        """
                        update health.override set ended_on = :day, ended_by = :by
                        where account_id = :account and ended_on is null
                        and from_day <= :day and until_day > :day
                        """)
                .param("day", day)
                .param("by", by)
                .param("account", account.value())
                .update();
    }

    private void insert(
            Session session,
            WorkspaceId workspace,
            String id,
            AccountId account,
            ManualOverride it) {
        session.sql()
                .sql(
                        """
                        insert into health.override (workspace_id, id, account_id, author, reason,
                            score, band, from_day, until_day, ordered_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(cells(workspace, id, account, it))
                .update();
    }

    private List<@Nullable Object> cells(
            WorkspaceId workspace, String id, AccountId account, ManualOverride it) {
        return Arrays.asList(
                workspace.value(),
                id,
                account.value(),
                it.author(),
                it.reason(),
                it.order() instanceof Order.Score(var value) ? value : null,
                it.order() instanceof Order.Colour(var band) ? band.word() : null,
                it.from(),
                it.until(),
                OffsetDateTime.now(clock));
    }

    private static Entry read(ResultSet row) throws SQLException {
        var band = row.getString("band");
        var order =
                band == null
                        ? new Order.Score(row.getDouble("score"))
                        : new Order.Colour(Band.of(band));
        return new Entry(
                row.getString("id"),
                new AccountId(row.getString("account_id")),
                new ManualOverride(
                        row.getString("author"),
                        row.getString("reason"),
                        order,
                        row.getObject("from_day", LocalDate.class),
                        row.getObject("until_day", LocalDate.class)),
                row.getObject("ended_on", LocalDate.class),
                row.getString("ended_by"));
    }
}
