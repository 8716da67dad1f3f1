package dev.keepwell.customer.identity;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Where merges are kept. Nothing is ever removed: one that was taken back says since when.
public final class Merges {

    private static final String SELECT =
            """
            select id, kind, loser_id, survivor_id, rule, merged_at, merged_by, reason,
                undone_at, undone_by
            from customer.merge
            """;

    private final Database database;
    private final Parts parts;
    private final Clock clock;

    public Merges(Database database, Clock clock) {
        this.database = database;
        this.parts = new Parts(database);
        this.clock = clock;
    }

    /// Lets the loser count as the survivor from now on.
    public Merge merge(WorkspaceId workspace, MergeOrder order) {
        return database.in(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    var kind = order.kind();
                    var loser = parts.find(session, kind, order.loser());
                    var named = parts.find(session, kind, order.survivor());
                    var survivor = survivor(session, kind, named).orElse(named);
                    check(session, order, loser, survivor);
                    return insert(
                            session, workspace, order, new Merge.Pairing(kind, loser, survivor));
                });
    }

    /// Only whoever stands alone can be merged, and never into itself: else the walk to the
    /// survivor would have two ways, or no end.
    private static void check(Session session, MergeOrder order, String loser, String survivor) {
        if (loser.equals(survivor)) {
            throw Refusal.conflict(
                    "merge_circle",
                    ("%s and %s are one already: nothing can be merged into itself. Name two"
                                    + " records that stand apart.")
                            .formatted(order.loser(), order.survivor()));
        }
        survivor(session, order.kind(), loser)
                .ifPresent(other -> {
                    throw Refusal.conflict(
                            "already_merged",
                            ("%s is merged into %s already. Merge that one, or take the merge back"
                                            + " first.")
                                    .formatted(order.loser(), other));
                });
    }

    /// Whom a record counts as in the end; none when it stands for itself.
    static Optional<String> survivor(Session session, Kind kind, String id) {
        return session.sql()
                .sql(
                        """
                        select survivor_id from customer.survivors(:kind, 'infinity')
                        where loser_id = :id
                        """)
                .param("kind", kind.word())
                .param("id", id)
                .query((row, _) -> row.getString(1))
                .optional();
    }

    private Merge insert(
            Session session, WorkspaceId workspace, MergeOrder order, Merge.Pairing pairing) {
        var id = "mrg_" + UUID.randomUUID();
        var now = now();
        session.sql()
                .sql(
                        """
                        insert into customer.merge (workspace_id, id, kind, loser_id, survivor_id,
                            rule, merged_at, merged_by, reason)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)
                .params(
                        workspace.value(),
                        id,
                        pairing.kind().word(),
                        pairing.loser(),
                        pairing.survivor(),
                        order.rule(),
                        now,
                        order.by(),
                        order.reason())
                .update();
        var made = new Merge.Word(now.toInstant(), order.by(), order.reason());
        return new Merge(id, pairing, order.rule(), made, null);
    }

    /// Lets the loser stand for itself again. What was merged into it comes with it.
    public Merge undo(WorkspaceId workspace, String id, String by) {
        return database.in(
                workspace,
                session -> {
                    waitForOtherWriters(session, workspace);
                    var merge = find(session, id);
                    if (!merge.isInForce()) {
                        throw Refusal.conflict(
                                "already_undone", "This merge was taken back before.");
                    }
                    session.sql()
                            .sql(
                                    """
                                    update customer.merge
                                    set undone_at = ?, undone_by = ?, version = default
                                    where id = ?
                                    """)
                            .params(now(), by, id)
                            .update();
                    if (merge.made().by().equals(AutomaticMerging.AUTHOR)) {
                        // Or it would be merged again at once.
                        var pair = merge.pairing();
                        ToldApart.put(
                                session,
                                workspace,
                                pair.kind(),
                                List.of(pair.loser(), pair.survivor()),
                                now(),
                                by);
                    }
                    return find(session, id);
                });
    }

    /// All of them, the newest first.
    public List<Merge> list(WorkspaceId workspace, int limit) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(SELECT + "order by merged_at desc, version desc limit ?")
                                .param(limit)
                                .query((row, _) -> read(row))
                                .list());
    }

    private static Merge find(Session session, String id) {
        return session.sql()
                .sql(SELECT + "where id = ?")
                .param(id.replace("\0", ""))
                .query((row, _) -> read(row))
                .optional()
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_merge",
                                "There is no merge '%s'. GET /api/v1/identity/merges lists them."
                                        .formatted(id)));
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static void waitForOtherWriters(Session session, WorkspaceId workspace) {
        session.sql()
                .sql("select 1 from pg_advisory_xact_lock(hashtextextended(?, 0))")
                .param("customer.merge " + workspace)
                .query(Integer.class)
                .single();
    }

    private static Merge read(ResultSet row) throws SQLException {
        var pairing =
                new Merge.Pairing(
                        Kind.of(row.getString("kind")),
                        row.getString("loser_id"),
                        row.getString("survivor_id"));
        var undone = row.getTimestamp("undone_at");
        return new Merge(
                row.getString("id"),
                pairing,
                row.getString("rule"),
                new Merge.Word(
                        row.getTimestamp("merged_at").toInstant(),
                        row.getString("merged_by"),
                        row.getString("reason")),
                undone == null
                        ? null
                        : new Merge.Word(undone.toInstant(), row.getString("undone_by"), ""));
    }
}
