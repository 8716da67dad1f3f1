package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import dev.keepwell.screen.portfolio.Page.Rescue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/// The list of accounts, as it was gathered after the last run.
@Component
public final class Portfolio {

    private record Found(Entry entry, Cursor before, Cursor after) {}

    private final Database database;
    private final Shelf shelf;
    private final Footings footings;

    Portfolio(Database database, Shelf shelf, Footings footings) {
        this.database = database;
        this.shelf = shelf;
        this.footings = footings;
    }

    /// The entries that are asked for, in which today is the day of the list; nothing as long as no
    /// day was judged.
    public Optional<Page> page(WorkspaceId workspace, Asked asked) {
        return database.in(
                workspace, session -> shelf.gathered(session).map(it -> page(session, asked, it)));
    }

    /// The foot for all that match; nothing as long as no day was judged.
    public Optional<Totals> totals(WorkspaceId workspace, Asked asked) {
        return database.in(
                workspace,
                session ->
                        shelf.gathered(session)
                                .map(it -> {
                                    var clauses = clauses(session, asked, it.day());
                                    return totals(session, asked, it, Clause.all(clauses));
                                }));
    }

    /// The entries of those of the accounts that have one, by account.
    public Map<AccountId, Entry> of(WorkspaceId workspace, Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        var select =
                new Clause(
                        "select * from screen.portfolio where account_id = any(?)", (Object) ids);
        return database.in(
                workspace,
                session ->
                        Rows.of(asking(session, select).query((row, _) -> EntryRow.read(row)))
                                .stream()
                                .collect(Collectors.toMap(Entry::account, Function.identity())));
    }

    /// The accounts of a segment, customers or not.
    public List<AccountId> inSegment(WorkspaceId workspace, String segment) {
        var select =
                new Clause("select account_id from screen.portfolio where segment = ?", segment);
        return database.in(
                workspace,
                session ->
                        Rows.of(
                                asking(session, select)
                                        .query((row, _) -> new AccountId(row.getString(1)))));
    }

    /// Those of the accounts that are in the list, in one line each.
    public Map<AccountId, Mention> mentions(WorkspaceId workspace, Collection<AccountId> accounts) {
        var ids = accounts.stream().map(AccountId::value).toArray(String[]::new);
        var select =
                new Clause(
                        "select "
                                + Mention.COLUMNS
                                + " from screen.portfolio where account_id = any(?)",
                        (Object) ids);
        return database.in(
                workspace,
                session ->
                        Rows.of(asking(session, select).query((row, _) -> Mention.read(row)))
                                .stream()
                                .collect(Collectors.toMap(Mention::account, Function.identity())));
    }

    /// The day and the currency that the entries speak in.
    public Optional<Gathered> gathered(WorkspaceId workspace) {
        return database.in(workspace, shelf::gathered);
    }

    private Page page(Session session, Asked asked, Gathered gathered) {
        var keyset = asked.keyset();
        var clauses = clauses(session, asked, gathered.day());
        var where = Clause.all(clauses);
        var found = find(session, asked, keyset.rows(where, asked.limit() + 1));
        var isMore = found.size() > asked.limit();
        var shown = new ArrayList<>(isMore ? found.subList(0, asked.limit()) : found);
        if (keyset.isBackwards()) {
            Collections.reverse(shown);
        }
        var isFirst = keyset.isBackwards() ? !isMore : asked.cursor() == null;
        var isLast = !keyset.isBackwards() && !isMore;
        var totals = totals(session, asked, gathered, where);
        return new Page(
                gathered,
                shown.stream().map(Found::entry).toList(),
                isFirst || shown.isEmpty() ? null : shown.getFirst().before().text(),
                isLast || shown.isEmpty() ? null : shown.getLast().after().text(),
                totals,
                totals.accounts() == 0 ? rescues(session, asked, clauses) : List.of());
    }

    private static List<Clause> clauses(Session session, Asked asked, LocalDate today) {
        var words = asked.words();
        return asked.clauses(today, words.isBlank() ? Clause.ALL : words.clause(session));
    }

    private Totals totals(Session session, Asked asked, Gathered gathered, Clause where) {
        return footings.of(session, gathered, asked.where(gathered.day()), where);
    }

    private static List<Found> find(Session session, Asked asked, Clause rows) {
        return Rows.of(
                asking(session, rows)
                        .query((row, _) -> {
                            var sort = asked.sort();
                            return new Found(
                                    EntryRow.read(row),
                                    Cursor.at(row, sort, true),
                                    Cursor.at(row, sort, false));
                        }));
    }

    /// One pass over the accounts counts them for every filter that might be taken away.
    private static List<Rescue> rescues(Session session, Asked asked, List<Clause> clauses) {
        if (clauses.isEmpty()) {
            return List.of();
        }
        var filters = new ArrayList<@Nullable Filter>(asked.filters());
        if (filters.size() < clauses.size()) {
            filters.addFirst(null);
        }
        var counts =
                IntStream.range(0, clauses.size()).mapToObj(it -> without(clauses, it)).toList();
        var all =
                new Clause(
                        String.join(", ", counts.stream().map(Clause::sql).toList()),
                        counts.stream().flatMap(it -> it.values().stream()).toList());
        var select = new Clause("select " + all.sql() + " from screen.portfolio", all.values());
        return asking(session, select)
                .query((row, _) -> {
                    var rescues = new ArrayList<Rescue>();
                    for (int i = 0; i < filters.size(); i++) {
                        rescues.add(new Rescue(filters.get(i), row.getLong(i + 1)));
                    }
                    return rescues;
                })
                .single();
    }

    private static Clause without(List<Clause> clauses, int one) {
        var others = new ArrayList<>(clauses);
        others.remove(one);
        var rest = Clause.all(others);
        return new Clause("count(*) filter (where " + rest.sql() + ")", rest.values());
    }

    static StatementSpec asking(Session session, Clause clause) {
        return session.sql().sql(clause.sql()).params(clause.values());
    }
}
