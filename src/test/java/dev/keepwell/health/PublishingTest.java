package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.keepwell.health.Drafts.Hand;
import dev.keepwell.health.Publishing.Terms;
import dev.keepwell.job.JobId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PublishingTest {

    private static final LocalDate TODAY = LocalDate.of(2025, 5, 31);
    private static final Edit LIGHTER = new Edit.GroupWeight("usage", 25);

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final Models models = on(TODAY);
    private final Drafts drafts = new Drafts(database, models, clock(TODAY));
    private final List<String> recounts = new ArrayList<>();
    private final Publishing publishing = new Publishing(database, models, drafts, new Recounts());

    @Test
    void a_published_draft_is_the_next_version_and_judges_at_once() {
        var draft = lighter();

        var outcome = publishing.publish(workspace, draft.id(), seen(draft), now("Too heavy."));

        assertThat(outcome.version().number()).isEqualTo(2);
        assertThat(models.current(workspace)).isEqualTo(outcome.version());
        assertThat(models.text(workspace, 2)).isEqualTo(draft.yaml());
        assertThat(drafts.all(workspace)).isEmpty();
        assertThat(recounts).containsExactly("today 2025-05-31");
        assertThat(models.versions(workspace))
                .extracting(
                        PublishedVersion::number,
                        it -> it.publication().note(),
                        it -> it.publication().author(),
                        PublishedVersion::effectiveOn)
                .containsExactly(
                        tuple(2, "Too heavy.", "ann", TODAY), tuple(1, "", "keepwell", null));
    }

    @Test
    void a_version_for_a_later_day_is_in_force_from_that_day_on_by_itself() {
        var draft = lighter();
        var later = TODAY.plusDays(3);

        publishing.publish(
                workspace, draft.id(), seen(draft), new Terms("Later.", later, false, true));

        assertThat(models.current(workspace).number()).isEqualTo(1);
        assertThat(on(later.minusDays(1)).current(workspace).number()).isEqualTo(1);
        assertThat(on(later).current(workspace).number()).isEqualTo(2);
        assertThat(models.inForce(workspace, later).number()).isEqualTo(2);
        assertThat(recounts).containsExactly("history 2 to 2025-05-30");
    }

    @Test
    void rolling_back_brings_the_very_text_back_as_a_new_version() {
        var draft = lighter();
        publishing.publish(workspace, draft.id(), seen(draft), now("Too heavy."));

        var outcome = publishing.rollBack(workspace, 1, "It was right.", "bob");

        assertThat(outcome.version().number()).isEqualTo(3);
        assertThat(outcome.version().sha256())
                .isEqualTo(models.version(workspace, 1).orElseThrow().sha256());
        assertThat(models.versions(workspace).getFirst().publication())
                .isEqualTo(new PublishedVersion.Publication("It was right.", "bob", 1));
        assertThat(models.current(workspace).number()).isEqualTo(3);
        refused(() -> publishing.rollBack(workspace, 1, "Again.", "bob"), "nothing to publish");
        refused(() -> publishing.rollBack(workspace, 9, "What?", "bob"), "the version 9");
    }

    @Test
    void an_outdated_draft_is_published_only_rebased_or_with_force() {
        var old = lighter();
        var older = lighter();
        models.apply(workspace, edited(new Edit.CoverageFloor(.4)), List.of());

        refused(
                () -> publishing.publish(workspace, old.id(), seen(old), now("Old.")),
                "begun from version 1, and version 2 has been published since");
        var rebased = drafts.rebase(workspace, old.id(), seen(old));
        var outcome = publishing.publish(workspace, old.id(), seen(rebased), now("Both."));

        assertThat(outcome.version().model().coverageFloor()).isEqualTo(.4);
        assertThat(outcome.version().model().groups().getFirst().weight()).isEqualTo(25);
        var forced = new Terms("Mine.", null, true, false);
        assertThat(
                        publishing
                                .publish(workspace, older.id(), seen(older), forced)
                                .version()
                                .model()
                                .coverageFloor())
                .isEqualTo(.5);
    }

    @Test
    void what_cannot_be_published_is_refused_and_stays_a_draft() {
        var draft = lighter();
        var hand = seen(draft);

        refused(() -> publishing.publish(workspace, draft.id(), hand, now(" ")), "Say in a note");
        var yesterday = new Terms("Late.", TODAY.minusDays(1), false, false);
        refused(
                () -> publishing.publish(workspace, draft.id(), hand, yesterday),
                "from today, 2025-05-31, or a later day");
        var broken = drafts.write(workspace, draft.id(), hand, "model: [");
        refused(
                () -> publishing.publish(workspace, draft.id(), seen(broken), now("Broken.")),
                "is not YAML");
        var same = drafts.write(workspace, draft.id(), seen(broken), models.text(workspace, 1));
        refused(
                () -> publishing.publish(workspace, draft.id(), seen(same), now("Same.")),
                "Version 1 has this very text");

        assertThat(drafts.all(workspace)).hasSize(1);
        assertThat(models.versions(workspace)).hasSize(1);
        assertThat(recounts).isEmpty();
    }

    @Test
    void a_draft_changes_only_in_the_hand_of_its_author_who_saw_it_last() {
        var draft = lighter();
        var stranger = new Hand("bob", draft.revision());

        refused(() -> drafts.write(workspace, draft.id(), stranger, "x"), "is ann's. Copy it");
        refused(() -> drafts.delete(workspace, draft.id(), "bob"), "is ann's");
        refused(
                () -> publishing.publish(workspace, draft.id(), stranger, now("Mine.")),
                "is ann's");
        refused(
                () -> drafts.edit(workspace, draft.id(), new Hand("ann", 1), List.of(LIGHTER)),
                "at revision 2, not 1");

        var copy = drafts.fork(workspace, draft.id(), "bob");
        drafts.write(workspace, copy.id(), seen(copy), "model: mine");
        drafts.delete(workspace, copy.id(), "bob");

        assertThat(drafts.find(workspace, draft.id())).isEqualTo(draft);
        refused(() -> drafts.find(workspace, copy.id()), "no draft");
    }

    @Test
    void another_workspace_sees_neither_drafts_nor_versions() {
        var draft = lighter();
        var other = TestDatabase.freshWorkspace();

        assertThat(drafts.all(other)).isEmpty();
        refused(() -> drafts.find(other, draft.id()), "no draft");
        assertThat(models.versions(other)).hasSize(1);
    }

    private Draft lighter() {
        var begun = drafts.create(workspace, "Lighter", models.text(workspace, first()), "ann");
        return drafts.edit(workspace, begun.id(), seen(begun), List.of(LIGHTER));
    }

    private int first() {
        return models.versions(workspace).getLast().number();
    }

    private String edited(Edit edit) {
        return ModelText.edited(models.text(workspace, first()), List.of(edit));
    }

    private Models on(LocalDate day) {
        return new Models(database, clock(day));
    }

    private static Clock clock(LocalDate day) {
        return Clock.fixed(Instant.parse(day + "T10:00:00Z"), ZoneOffset.UTC);
    }

    private static Hand seen(Draft draft) {
        return new Hand(draft.author(), draft.revision());
    }

    private static Terms now(String note) {
        return new Terms(note, null, false, false);
    }

    private static void refused(Runnable what, String why) {
        assertThatThrownBy(what::run).isInstanceOf(Refusal.class).hasMessageContaining(why);
    }

    /// Keeps what was asked for instead of doing it.
    private final class Recounts implements Publishing.Recount {

        @Override
        public JobId today(WorkspaceId workspace, LocalDate today) {
            recounts.add("today " + today);
            return new JobId("job_" + "0".repeat(26));
        }

        @Override
        public JobId history(WorkspaceId workspace, int version, LocalDate yesterday) {
            recounts.add("history " + version + " to " + yesterday);
            return new JobId("job_" + "0".repeat(26));
        }
    }
}
