package dev.keepwell.health;

import dev.keepwell.health.PublishedVersion.Publication;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Makes a draft the next version, or an earlier version once more.
///
/// A version that holds from today on is judged by at once. One that is to hold later needs nobody
/// then: the version in force is looked up by the day.
public final class Publishing {

    private final Database database;
    private final Models models;
    private final Drafts drafts;
    private final Recount recount;

    Publishing(Database database, Models models, Drafts drafts, Recount recount) {
        this.database = database;
        this.models = models;
        this.drafts = drafts;
        this.recount = recount;
    }

    /// What judges by a new version: today, or every day before as well.
    interface Recount {

        JobId today(WorkspaceId workspace, LocalDate today);

        /// Today is judged by what is in force today, which the version need not be yet.
        JobId history(WorkspaceId workspace, int version, LocalDate yesterday);
    }

    /// How to publish: the note is for those who ask later why. A day of null is today. Whoever
    /// insists publishes a draft although another version came after it was begun.
    public record Terms(
            String note,
            @Nullable LocalDate effectiveOn,
            boolean insists,
            boolean recomputesHistory) {}

    /// The new version and the jobs that judge by it.
    public record Outcome(
            ModelVersion version,
            LocalDate effectiveOn,
            @Nullable JobId run,
            @Nullable JobId history) {}

    /// Publishes the draft as it was seen, and puts it away.
    public Outcome publish(WorkspaceId workspace, String id, Drafts.Hand hand, Terms terms) {
        checkNote(terms.note());
        var today = models.today(workspace);
        var from = Optional.ofNullable(terms.effectiveOn()).orElse(today);
        if (from.isBefore(today)) {
            throw Refusal.invalid(
                    "effective_on",
                    "A version holds from today, %s, or a later day on, but was to hold from %s."
                            .formatted(today, from));
        }
        return database.in(
                workspace,
                session -> {
                    var table = new ModelTable(session, workspace);
                    table.waitForOtherWriters();
                    var draft = drafts.held(session, id, hand);
                    checkUpToDate(draft, table, terms.insists());
                    checkNew(draft.yaml(), table);
                    var publication = new Publication(terms.note(), hand.author(), null);
                    var version = models.add(table, draft.yaml(), publication, from);
                    drafts.delete(session, id);
                    return outcome(workspace, version, from, terms.recomputesHistory());
                });
    }

    /// Brings the text of a version back as the next one, in force from today on.
    public Outcome rollBack(WorkspaceId workspace, int to, String note, String author) {
        checkNote(note);
        var yaml = models.text(workspace, to);
        var today = models.today(workspace);
        return database.in(
                workspace,
                session -> {
                    var table = new ModelTable(session, workspace);
                    table.waitForOtherWriters();
                    checkNew(yaml, table);
                    var publication = new Publication(note, author, to);
                    var version = models.add(table, yaml, publication, today);
                    return outcome(workspace, version, today, false);
                });
    }

    private Outcome outcome(
            WorkspaceId workspace, ModelVersion version, LocalDate from, boolean withHistory) {
        var today = models.today(workspace);
        var run = from.isAfter(today) ? null : recount.today(workspace, today);
        var history =
                withHistory
                        ? recount.history(workspace, version.number(), today.minusDays(1))
                        : null;
        return new Outcome(version, from, run, history);
    }

    private static void checkUpToDate(Draft draft, ModelTable table, boolean insists) {
        int newest = table.newest().map(PublishedVersion::number).orElse(0);
        if (draft.basedOn() < newest && !insists) {
            throw Refusal.conflict(
                    "draft_outdated",
                    "The draft was begun from version %d, and version %d has been published since."
                                    .formatted(draft.basedOn(), newest)
                            + " Rebase it, or publish it with force.");
        }
    }

    private static void checkNew(String yaml, ModelTable table) {
        table.newest()
                .filter(it -> it.sha256().equals(Models.sha256(yaml)))
                .ifPresent(it -> {
                    throw Refusal.conflict(
                            "model_unchanged",
                            "Version %d has this very text, so there is nothing to publish."
                                    .formatted(it.number()));
                });
    }

    private static void checkNote(String note) {
        if (note.isBlank()) {
            throw Refusal.invalid(
                    "note", "Say in a note why, for those who wonder later: {\"note\": \"…\"}.");
        }
    }
}
