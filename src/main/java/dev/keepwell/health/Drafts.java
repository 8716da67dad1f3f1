package dev.keepwell.health;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// The drafts of a workspace. Nothing is judged by one before it is published.
public final class Drafts {

    private final Database database;
    private final Models models;
    private final Clock clock;

    Drafts(Database database, Models models, Clock clock) {
        this.database = database;
        this.models = models;
        this.clock = clock;
    }

    /// Whose hand writes, and which revision they saw last.
    public record Hand(String author, int revision) {}

    /// A draft with this text, which goes on from the newest version.
    public Draft create(WorkspaceId workspace, String name, String yaml, String author) {
        var base = models.versions(workspace).getFirst().number();
        return create(workspace, name, yaml, author, base);
    }

    /// A draft of one's own with the text of another, whoever wrote that.
    public Draft fork(WorkspaceId workspace, String id, String author) {
        var other = find(workspace, id);
        return create(workspace, other.name(), other.yaml(), author, other.basedOn());
    }

    /// All, the one changed last first.
    public List<Draft> all(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select * from health.draft
                                        order by updated_at desc, draft_id
                                        """)
                                .query((row, _) -> draft(row))
                                .list());
    }

    public Draft find(WorkspaceId workspace, String id) {
        return database.in(workspace, it -> find(it, id, ""));
    }

    /// Writes another text, which need not be a model yet.
    public Draft write(WorkspaceId workspace, String id, Hand hand, String yaml) {
        return change(workspace, id, hand, it -> it.with(yaml, it.basedOn(), now()));
    }

    /// Changes the text in single places.
    public Draft edit(WorkspaceId workspace, String id, Hand hand, List<Edit> edits) {
        return change(
                workspace,
                id,
                hand,
                it -> it.with(ModelText.edited(it.yaml(), edits), it.basedOn(), now()));
    }

    /// Brings in what has been published since the draft was begun.
    public Draft rebase(WorkspaceId workspace, String id, Hand hand) {
        var newest = models.versions(workspace).getFirst().number();
        var theirs = models.text(workspace, newest);
        return change(
                workspace,
                id,
                hand,
                it -> {
                    var base = models.text(workspace, it.basedOn());
                    var merged = new Rebase(models::read, base, theirs, newest).onto(it.yaml());
                    return it.with(merged, newest, now());
                });
    }

    public void delete(WorkspaceId workspace, String id, String author) {
        database.doIn(
                workspace,
                session -> {
                    checkOwner(find(session, id, "for update"), author);
                    delete(session, id);
                });
    }

    void delete(Session session, String id) {
        session.sql().sql("delete from health.draft where draft_id = ?").param(id).update();
    }

    /// The draft as the hand saw it, held until the transaction ends.
    Draft held(Session session, String id, Hand hand) {
        var draft = find(session, id, "for update");
        checkOwner(draft, hand.author());
        if (draft.revision() != hand.revision()) {
            throw Refusal.outdated(
                    "draft_changed",
                    "The draft has changed since: it is at revision %d, not %d. Load it again."
                            .formatted(draft.revision(), hand.revision()));
        }
        return draft;
    }

    private Draft create(WorkspaceId workspace, String name, String yaml, String author, int base) {
        var now = now();
        var id = Fingerprint.of(UUID.randomUUID().toString()).id("draft");
        var draft = new Draft(id, name, yaml, base, author, 1, now, now);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        insert into health.draft
                                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                                        """)
                                .params(
                                        workspace.value(),
                                        id,
                                        name,
                                        yaml,
                                        base,
                                        author,
                                        draft.revision(),
                                        now.atOffset(ZoneOffset.UTC),
                                        now.atOffset(ZoneOffset.UTC))
                                .update());
        return draft;
    }

    private Draft change(WorkspaceId workspace, String id, Hand hand, UnaryOperator<Draft> change) {
        return database.in(
                workspace,
                session -> {
                    var changed = change.apply(held(session, id, hand));
                    session.sql()
                            .sql(
                                    """
                                    update health.draft
                                    set yaml = ?, based_on = ?, revision = ?, updated_at = ?
                                    where draft_id = ?
                                    """)
                            .params(
                                    changed.yaml(),
                                    changed.basedOn(),
                                    changed.revision(),
                                    changed.updatedAt().atOffset(ZoneOffset.UTC),
                                    id)
                            .update();
                    return changed;
                });
    }

    /// As finely as the database keeps it.
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static void checkOwner(Draft draft, String author) {
        if (!draft.author().equals(author)) {
            throw Refusal.conflict(
                    "draft_of_another",
                    "This draft is %s's. Copy it to go on with it.".formatted(draft.author()));
        }
    }

    private static Draft find(Session session, String id, String lock) {
        return session.sql()
                .sql("select * from health.draft where draft_id = ? " + lock)
                .param(id)
                .query((row, _) -> draft(row))
                .optional()
                .orElseThrow(() ->
                        Refusal.unknown("unknown_draft", "There is no draft '%s'.".formatted(id)));
    }

    private static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("draft_id"),
                row.getString("name"),
                row.getString("yaml"),
                row.getInt("based_on"),
                row.getString("author"),
                row.getInt("revision"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("updated_at", OffsetDateTime.class).toInstant());
    }
}
