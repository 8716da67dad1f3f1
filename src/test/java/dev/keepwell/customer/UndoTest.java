package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.customer.Undoing.Conflict;
import dev.keepwell.customer.Undoing.Reason;
import dev.keepwell.job.Steps;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UndoTest {

    private static final String WATERMARKS =
            "select table_name, connected, complete_until from source.watermark order by 1";

    private static final String[] FIRST = {
        "account.csv",
        "account_id,name,recorded_at\nA1,Acorn,2024-01-01\nA2,Birch,\nA3,Cedar,\n",
        "csm_assignment.csv",
        "account_id,csm_id,valid_from,valid_to\nA1,Ann,2024-01-01,\n",
        "subscription_segment.csv",
        """
        segment_id,subscription_id,account_id,unit_price,ccy,start_date,deleted_at
        s1,sub1,A1,100,USD,2024-01-01,
        s2,sub2,A2,100,USD,2024-01-01,2025-01-01
        """,
        "usage_event.csv",
        "event_id,account_id,event_name,occurred_at\ne1,A1,login,2025-05-01T10:00:00Z\n"
    };

    private static final String[] SECOND = {
        "account.csv",
        "account_id,name,recorded_at\nA1,Oak,2024-06-01\nA2,Beech,\nA2,Birch,\nA4,Dogwood,\n",
        "csm_assignment.csv",
        """
        account_id,csm_id,valid_from,valid_to
        A1,Ann,2024-01-01,2025-02-01
        A1,Bob,2025-02-01,
        """,
        "subscription_segment.csv",
        """
        segment_id,subscription_id,account_id,unit_price,ccy,start_date,deleted_at
        s1,sub1,A1,200,USD,2024-01-01,2025-03-01
        s2,sub2,A2,100,USD,2024-01-01,
        s3,sub3,A3,100,USD,2024-01-01,
        s4,sub4,A9,100,USD,2024-01-01,
        """,
        "touch.csv",
        "touch_id,account_id,channel,occurred_at\nt1,A4,email,2025-05-05\n",
        "usage_event.csv",
        """
        event_id,account_id,event_name,occurred_at
        e1,A1,login,2025-05-01T10:00:00Z
        e2,A1,login,2025-05-31T10:00:00Z
        """,
        "usage_daily.csv",
        "account_id,day,event_count\nA1,2025-05-05,3\n"
    };

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        desk.bring(FIRST);
        desk.later(Duration.ofDays(1));
    }

    @Test
    void what_stands_afterwards_is_byte_for_byte_what_stood_before() {
        var before = CurrentText.of(desk);
        var complete = desk.rows(WATERMARKS);
        var second = desk.bring(SECOND);
        assertThat(CurrentText.of(desk)).isNotEqualTo(before);
        desk.later(Duration.ofDays(29));

        var undone = desk.undo(second);

        assertThat(CurrentText.of(desk)).isEqualTo(before);
        assertThat(desk.rows(WATERMARKS)).isEqualTo(complete);
        assertThat(undone.conflicts()).isEmpty();
        assertThat(List.of(undone.removed(), undone.restored())).containsExactly(6L, 5L);
    }

    @Test
    void each_file_afterwards_counts_as_it_did_the_first_time() {
        var id = desk.opened(Order.CANONICAL, SECOND);
        var counts = Desk.counts(desk.run(id, _ -> {}));
        var after = CurrentText.of(desk);
        desk.undo(id);
        desk.later(Duration.ofHours(1));

        assertThat(Desk.counts(desk.hand(FIRST)))
                .containsExactly(
                        "account 0/0/3/0/0",
                        "csm_assignment 0/0/1/0/0",
                        "subscription_segment 0/0/2/0/0",
                        "usage_event 0/0/1/0/0");
        assertThat(Desk.counts(desk.hand(SECOND))).isEqualTo(counts);
        assertThat(CurrentText.of(desk)).isEqualTo(after);
    }

    @Test
    void what_others_changed_or_need_is_left_alone_and_named() {
        var second = desk.bring(SECOND);
        var renamed = desk.bring("account.csv", "account_id,name\nA2,Elm\n");
        desk.bring(
                "invoice.csv",
                "invoice_id,account_id,issued_on,total,ccy\nI1,A4,2025-05-05,9,EUR\n");
        var handedOver =
                desk.bring(
                        "csm_assignment.csv",
                        """
                        account_id,csm_id,valid_from,valid_to
                        A1,Bob,2025-02-01,2025-04-01
                        A1,Cem,2025-04-01,
                        """);

        var undone = desk.undo(second);

        var ann = "A1/csm/2024-01-01";
        var bob = "A1/csm/2025-02-01";
        assertThat(undone.conflicts())
                .containsExactlyInAnyOrder(
                        new Conflict("account", "csv", "A2", "Elm", Reason.CHANGED, renamed),
                        new Conflict(
                                "account", "csv", "A4", "Dogwood", Reason.NEEDED, "invoice I1"),
                        new Conflict("csm_assignment", "csv", ann, ann, Reason.OVERLAP, bob),
                        new Conflict(
                                "csm_assignment", "csv", bob, bob, Reason.CHANGED, handedOver));
        assertThat(desk.rows("select name from customer.account where superseded_at is null"))
                .containsExactlyInAnyOrder("Acorn", "Elm", "Cedar", "Dogwood");
    }

    @Test
    void the_undo_of_a_later_import_makes_way_for_that_of_an_earlier() {
        var none = CurrentText.of(new Desk(folder));
        var all = desk.rows("select import_id from source.import");
        var before = CurrentText.of(desk);
        var second = desk.bring(SECOND);
        var third = desk.bring("account.csv", "account_id,name\nA1,Elm\nA4,Fir\n");

        desk.undo(third);
        desk.undo(second);

        assertThat(CurrentText.of(desk)).isEqualTo(before);
        desk.undo(all.getFirst());
        assertThat(CurrentText.of(desk)).isEqualTo(none).isEmpty();
        assertThat(desk.rows(WATERMARKS)).isEmpty();
    }

    @Test
    void nobody_who_asks_what_was_known_sees_a_record_that_was_dated_back() {
        var known =
                "select name from customer.account where source_id = 'A1'"
                        + " and recorded_at <= '2024-07-01'"
                        + " and (superseded_at is null or superseded_at > '2024-07-01')";
        var second = desk.bring(SECOND);
        assertThat(desk.rows(known)).containsExactly("Oak");

        desk.undo(second);

        assertThat(desk.rows(known)).containsExactly("Acorn");
    }

    @Test
    void a_killed_undo_goes_on_where_it_stopped() {
        var before = CurrentText.of(desk);
        var second = desk.bring(SECOND);
        var undo = desk.undos.open(desk.workspace, second);
        assertThat(desk.undos.open(desk.workspace, second)).isEqualTo(undo);

        for (int commits : IntStream.range(0, 9).toArray()) {
            assertThatThrownBy(() -> desk.takeBack(undo, new Losing(commits % 3 == 2 ? 1 : 0)))
                    .hasMessage("taken over");
        }
        var undone = desk.takeBack(undo, _ -> {});

        assertThat(CurrentText.of(desk)).isEqualTo(before);
        assertThat(List.of(undone.removed(), undone.restored())).containsExactly(6L, 5L);
    }

    /// Loses the job before the commit of this number.
    private static final class Losing implements Steps<UndoStep> {

        private int commits;

        Losing(int commits) {
            this.commits = commits;
        }

        @Override
        public void done(UndoStep step) {}

        @Override
        public void hold(Session session) {
            if (commits-- == 0) {
                throw new IllegalStateException("taken over");
            }
        }
    }

    @Test
    void an_import_is_undone_once_and_within_thirty_days() {
        var second = desk.bring(SECOND);
        assertThat(desk.undos.until(desk.workspace, second))
                .contains(Desk.NOW.plus(Duration.ofDays(31)));
        desk.later(Duration.ofDays(31));
        refused(second, "undo_too_late", "2025-07-02");
        assertThat(desk.undos.until(desk.workspace, second)).isEmpty();

        var third = desk.bring("account.csv", "account_id,name\nA7,Elm\n");
        var undo = desk.undo(third);

        refused(third, "import_undone", "Import its files again");
        refused(undo.id(), "undo_of_undo", "Import its files again");
        refused(desk.opened(Order.CANONICAL, FIRST), "import_not_finished", "Wait");
        assertThat(desk.undos.until(desk.workspace, third)).isEmpty();
        assertThat(desk.undos.until(desk.workspace, undo.id())).isEmpty();
    }

    private void refused(String importId, String code, String says) {
        assertThatThrownBy(() -> desk.undo(importId))
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code))
                .hasMessageContaining(says);
    }

    @Test
    void what_was_set_aside_is_marked_and_stays() {
        var second = desk.bring(SECOND);

        desk.undo(second);

        assertThat(desk.rejections(second)).hasSize(1);
        assertThat(desk.rows("select undone_at is not null from source.import_rejection"))
                .containsExactly("true");
    }

    @Test
    void a_table_is_as_complete_as_the_other_imports_say() {
        var day = "select complete_until from source.watermark where table_name = 'usage_event'";
        var second = desk.bring(SECOND);
        var third =
                desk.bring(
                        "usage_event.csv",
                        "event_id,event_name,occurred_at\ne3,login,2025-05-20T10:00:00Z\n");

        desk.undo(second);
        assertThat(desk.rows(day)).containsExactly("2025-05-20");
        desk.undo(third);
        assertThat(desk.rows(day)).containsExactly("2025-05-01");
    }
}
