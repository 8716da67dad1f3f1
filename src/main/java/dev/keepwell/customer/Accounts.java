package dev.keepwell.customer;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.nio.charset.StandardCharsets;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Where the accounts of a workspace are kept, as they stand now. Accounts that were merged are
/// one, and each of their names finds it.
public final class Accounts {

    /// More than a screen or a script takes at once.
    public static final int LIMIT_MAX = 500;

    private static final List<String> COLUMNS =
            List.of(
                    "id",
                    "source_system",
                    "source_id",
                    "name",
                    "segment",
                    "tier",
                    "currency",
                    "customer_since");
    private static final String STANDS = "superseded_at is null and deleted_at is null";

    /// Whoever was merged into another is found as that other.
    private static final String SURVIVOR =
            """
            coalesce((select survivor_id from customer.survivors('account', 'infinity')
                where loser_id = %1$s), %1$s)
            """;

    /// Some accounts in the order of their names, and where the rest begins.
    public record Page(List<Account> accounts, @Nullable String next) {

        public Optional<String> nextCursor() {
            return Optional.ofNullable(next);
        }
    }

    private record Cursor(String name, String id) {

        static final Cursor START = new Cursor("", "");

        String text() {
            var bytes = (name + '\n' + id).getBytes(StandardCharsets.UTF_8);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        }

        static Cursor of(String text) {
            try {
                var decoded =
                        new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
                int line = decoded.lastIndexOf('\n');
                if (line >= 0) {
                    return new Cursor(decoded.substring(0, line), decoded.substring(line + 1));
                }
            } catch (IllegalArgumentException e) {
                // Not a cursor at all: the same answer as for a wrong one.
            }
            throw Refusal.invalid(
                    "cursor",
                    "A cursor is the next_cursor of an earlier answer. Start without one.");
        }
    }

    private final Database database;

    public Accounts(Database database) {
        this.database = database;
    }

    /// The account that `ref` names: our id, `ext:<source>/<id>`, or the id in its source where
    /// only one source has it.
    public Optional<Account> find(WorkspaceId workspace, String ref) {
        checkText("account", ref);
        if (ref.startsWith("ext:")) {
            var named = Ids.Reference.of(ref, "");
            var id = Ids.account(workspace, named.sourceSystem(), named.sourceId());
            return byId(workspace, id.value());
        }
        return byId(workspace, ref).or(() -> bySourceId(workspace, ref));
    }

    /// The database takes every character but one, and would not say what was wrong with it.
    private static void checkText(String what, String text) {
        if (text.indexOf('\0') >= 0) {
            throw Refusal.invalid(
                    what, "The %s cannot have the character U+0000. Remove it.".formatted(what));
        }
    }

    private Optional<Account> byId(WorkspaceId workspace, String id) {
        return some(workspace, "where id = " + SURVIVOR.formatted("?"), List.of(id, id)).stream()
                .findFirst();
    }

    private Optional<Account> bySourceId(WorkspaceId workspace, String sourceId) {
        var found =
                some(
                        workspace,
                        """
                        where id in (
                            select %s from customer.account as named
                            where named.source_id = ? and %s)
                        limit 2
                        """
                                .formatted(SURVIVOR.formatted("named.id"), STANDS),
                        List.of(sourceId));
        if (found.size() > 1) {
            throw Refusal.invalid(
                    "ambiguous_account",
                    "Several sources have an account '%s'. Name it as %s."
                            .formatted(sourceId, found.getFirst().origin().reference()));
        }
        return found.stream().findFirst();
    }

    /// Accounts whose name or source id contains `q`, from a cursor on.
    public Page list(WorkspaceId workspace, String q, @Nullable String cursor, int limit) {
        if (limit < 1 || limit > LIMIT_MAX) {
            throw Refusal.invalid(
                    "limit", "A limit is 1 to %d, but got %d.".formatted(LIMIT_MAX, limit));
        }
        checkText("q", q);
        var after = cursor == null ? Cursor.START : Cursor.of(cursor);
        checkText("cursor", after.name + after.id);
        var pattern = "%" + q.replaceAll("([\\\\%_])", "\\\\$1") + "%";
        var found =
                some(
                        workspace,
                        """
                        where (name collate "C", id) > (?, ?)
                        and (name ilike ? or source_id ilike ?)
                        order by name collate "C", id limit ?
                        """,
                        List.of(after.name, after.id, pattern, pattern, limit + 1));
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        var page = List.copyOf(found.subList(0, limit));
        var last = page.getLast();
        return new Page(page, new Cursor(last.name(), last.id().value()).text());
    }

    /// Those of the accounts that stand, by the id they were asked for.
    public Map<AccountId, Account> of(WorkspaceId workspace, Collection<AccountId> accounts) {
        var whole = wholes(workspace, accounts);
        var ids = List.copyOf(whole.values()).toArray(String[]::new);
        var found =
                some(workspace, "where id = any(?)", List.of((Object) ids)).stream()
                        .collect(Collectors.toMap(it -> it.id().value(), Function.identity()));
        return whole.entrySet().stream()
                .filter(it -> found.containsKey(it.getValue()))
                .collect(
                        Collectors.toMap(
                                it -> new AccountId(it.getKey()),
                                it -> Objects.requireNonNull(found.get(it.getValue()))));
    }

    /// Each id with that of its survivor, or its own.
    private Map<String, String> wholes(WorkspaceId workspace, Collection<AccountId> accounts) {
        var whole = new HashMap<String, String>();
        accounts.forEach(it -> whole.put(it.value(), it.value()));
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql("select * from customer.survivors('account', 'infinity')")
                                .query((ResultSet row) -> {
                                    whole.replace(row.getString(1), row.getString(2));
                                }));
        return whole;
    }

    /// Every account, for work that goes over all of them.
    public List<Account> all(WorkspaceId workspace) {
        return some(workspace, "order by name collate \"C\", id", List.of());
    }

    private List<Account> some(WorkspaceId workspace, String clauses, List<Object> params) {
        return database.in(
                workspace,
                session -> {
                    var whole = MergedRows.now(session).select("customer.account", COLUMNS, STANDS);
                    return session.sql()
                            .sql("select * from (%s) as account %s".formatted(whole, clauses))
                            .params(params)
                            .query((row, _) -> read(row))
                            .list();
                });
    }

    private static Account read(ResultSet row) throws SQLException {
        Date since = row.getDate("customer_since");
        return new Account(
                new AccountId(row.getString("id")),
                new Account.Origin(row.getString("source_system"), row.getString("source_id")),
                row.getString("name"),
                new Account.Traits(
                        row.getString("segment"),
                        row.getString("tier"),
                        row.getString("currency"),
                        since == null ? null : since.toLocalDate()));
    }
}
