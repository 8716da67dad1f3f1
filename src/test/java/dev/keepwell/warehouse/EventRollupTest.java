package dev.keepwell.warehouse;

import static dev.keepwell.warehouse.Sent.group;
import static dev.keepwell.warehouse.Sent.identify;
import static dev.keepwell.warehouse.Sent.track;
import static dev.keepwell.warehouse.Sent.visit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.LakeFile;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Closed days are rolled up, and nobody can tell from the facts.
class EventRollupTest {

    private static final Instant NOW = Instant.parse("2025-10-28T12:00:00Z");
    private static final Instant LATER = NOW.plusSeconds(60);

    private GivenEvents given;

    @BeforeEach
    void open(@TempDir Path folder) {
        given = new GivenEvents(folder, NOW);
    }

    @AfterEach
    void close() {
        given.close();
    }

    @Test
    void closed_days_are_taken_in_and_the_open_one_waits() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-24T08:00:00Z"),
                track("m1", "u1", "2025-10-24T21:59:59Z"),
                track("m2", "u1", "2025-10-24T22:00:00Z"),
                track("m3", "u1", "2025-10-28T09:00:00Z"));
        var before = given.fingerprint();

        var done = given.rollUp();

        assertThat(done).isEqualTo(new EventRollup.Done(2, 0));
        assertThat(parts(given.files(RolledUp.DATASET)))
                .containsExactly("2025-10-24", "2025-10-25");
        assertThat(given.fingerprint()).isEqualTo(before);
        assertThat(given.use())
                .containsExactly(
                        "acorn u1 2025-10-24 1", "acorn u1 2025-10-25 1", "acorn u1 2025-10-28 1");
        assertThat(given.rollUp()).isEqualTo(new EventRollup.Done(0, 0));
    }

    @Test
    void what_arrives_late_counts_at_once_and_the_day_is_taken_in_again() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-24T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"));
        given.rollUp();
        var first = given.files(RolledUp.DATASET);

        given.arrive(track("m2", "u1", "2025-10-24T10:00:00Z"));

        assertThat(given.use()).containsExactly("acorn u1 2025-10-24 2");
        given.rollUp();
        assertThat(given.use()).containsExactly("acorn u1 2025-10-24 2");
        assertThat(given.touchedDays()).isEmpty();
        assertThat(given.files(RolledUp.DATASET)).hasSize(1).doesNotContainAnyElementsOf(first);
    }

    @Test
    void a_month_that_is_over_is_one_file_and_a_late_day_counts_instead() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-24T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"),
                track("m2", "u1", "2025-10-25T09:00:00Z"));
        given.rollUp();
        var before = given.fingerprint();

        assertThat(given.settleMonths(LocalDate.parse("2025-10-31"))).isZero();
        assertThat(given.settleMonths(LocalDate.parse("2025-11-01"))).isEqualTo(1);

        assertThat(parts(given.files(RolledUp.DATASET))).containsExactly("2025-10");
        assertThat(given.fingerprint()).isEqualTo(before);
        given.arrive(track("m3", "u1", "2025-10-24T10:00:00Z"));
        var late = List.of("acorn u1 2025-10-24 2", "acorn u1 2025-10-25 1");
        assertThat(given.use()).isEqualTo(late);
        given.rollUp();
        assertThat(parts(given.files(RolledUp.DATASET)))
                .containsExactly("2025-10", "2025-10-24", "2025-10-25");
        assertThat(given.use()).isEqualTo(late);
    }

    @Test
    void a_late_group_call_moves_the_events_after_it_also_of_days_that_are_rolled_up() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-23T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"),
                track("m2", "u1", "2025-10-24T11:00:00Z"),
                track("m3", "u1", "2025-10-25T09:00:00Z"),
                group("g2", "u1", "C3", "2025-10-26T09:00:00Z"),
                track("m4", "u1", "2025-10-26T10:00:00Z"));
        given.rollUp();

        given.arrive(group("g3", "u1", "B2", "2025-10-24T10:00:00Z"));

        var expected =
                List.of(
                        "acorn u1 2025-10-24 1",
                        "bay u1 2025-10-24 1",
                        "bay u1 2025-10-25 1",
                        "cove u1 2025-10-26 1");
        assertThat(given.use()).isEqualTo(expected);
        given.rollUp();
        assertThat(given.use()).isEqualTo(expected);
    }

    @Test
    void a_late_link_gives_the_user_what_the_visitor_did() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-20T08:00:00Z"),
                visit("m1", "a1", "2025-10-24T09:00:00Z"),
                visit("m2", "a1", "2025-10-25T09:00:00Z"));
        given.rollUp();
        assertThat(given.use()).isEmpty();
        assertThat(given.orphans().of(given.workspace(), 30, 10))
                .containsExactly(
                        new Orphans.Orphan(
                                "sdk", "a1", null, 2, Instant.parse("2025-10-25T09:00:00Z")));

        given.arrive(identify("i1", "a1", "u1", "2025-10-27T09:00:00Z"));

        assertThat(given.use()).containsExactly("acorn u1 2025-10-24 1", "acorn u1 2025-10-25 1");
        assertThat(given.orphans().of(given.workspace(), 30, 10)).isEmpty();
    }

    @Test
    void another_zone_has_other_days() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-24T08:00:00Z"),
                track("m1", "u1", "2025-10-24T22:30:00Z"),
                track("m2", "u1", "2025-10-25T09:00:00Z"));
        given.rollUp();
        assertThat(given.use()).containsExactly("acorn u1 2025-10-25 2");

        given.lives("America/New_York");

        var expected = List.of("acorn u1 2025-10-24 1", "acorn u1 2025-10-25 1");
        assertThat(given.use()).isEqualTo(expected);
        assertThat(given.rollUp().days()).isEqualTo(3);
        assertThat(given.use()).isEqualTo(expected);
        assertThat(given.rollUp().days()).isZero();

        given.arrive(track("m3", "u1", "2025-10-25T23:30:00Z"));
        given.rollUp();
        given.lives("Europe/Berlin");

        assertThat(given.use()).containsExactly("acorn u1 2025-10-25 2", "acorn u1 2025-10-26 1");
    }

    @Test
    void what_was_known_before_the_roll_up_can_still_be_told() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-24T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"));
        given.arrive(List.of(track("m2", "u1", "2025-10-24T10:00:00Z")), LATER);
        given.rollUp();

        assertThat(given.use(NOW)).containsExactly("acorn u1 2025-10-24 1");
        assertThat(given.use(LATER)).containsExactly("acorn u1 2025-10-24 2");
    }

    @Test
    void a_day_that_is_touched_while_it_is_taken_in_stays_touched() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-23T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"));

        given.rollup()
                .run(
                        given.workspace(),
                        day -> {
                            if (day.equals(LocalDate.parse("2025-10-24"))) {
                                given.arrive(track("m2", "u1", "2025-10-24T10:00:00Z"));
                            }
                        });

        assertThat(given.touchedDays()).contains("2025-10-24");
        assertThat(given.use()).containsExactly("acorn u1 2025-10-24 2");
        assertThat(given.rollUp().left()).isZero();
        assertThat(given.use()).containsExactly("acorn u1 2025-10-24 2");
    }

    @Test
    void a_roll_up_that_was_cut_off_goes_on() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-23T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"),
                track("m2", "u1", "2025-10-25T09:00:00Z"));
        var before = given.fingerprint();
        try {
            given.rollup()
                    .run(
                            given.workspace(),
                            _ -> {
                                throw new IllegalStateException("The lights go out.");
                            });
        } catch (IllegalStateException expected) {
            assertThat(given.fingerprint()).isEqualTo(before);
        }

        assertThat(given.rollUp().left()).isZero();
        assertThat(given.fingerprint()).isEqualTo(before);
    }

    @Test
    void late_events_links_and_calls_speak_of_their_days() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-23T08:00:00Z"),
                visit("m1", "a1", "2025-10-24T09:00:00Z"),
                visit("m2", "a2", "2025-10-22T09:00:00Z"),
                track("m3", "u1", "2025-10-26T09:00:00Z"));
        given.rollUp();

        assertThat(news(track("m4", "u1", "2025-10-25T09:00:00Z"))).isEqualTo("2025-10-24");
        assertThat(news(identify("i1", "a1", "u1", "2025-10-27T09:00:00Z")))
                .isEqualTo("2025-10-24");
        assertThat(news(identify("i2", "a1", "u1", "2025-10-27T10:00:00Z")))
                .isEqualTo("2025-10-26");
        assertThat(news(group("g2", "u1", "B2", "2025-10-24T09:00:00Z"))).isEqualTo("2025-10-23");
        assertThat(news()).isEqualTo("none");
    }

    @Test
    void merged_files_change_nothing_and_are_no_news() {
        given.arrive(
                group("g1", "u1", "A1", "2025-10-23T08:00:00Z"),
                track("m1", "u1", "2025-10-24T09:00:00Z"),
                track("m2", "u1", "2025-10-25T23:00:00Z"));
        given.rollUp();
        var facts = given.fingerprint();
        var arrivals = given.arrivals();
        var mark = arrivals.mark(given.workspace());

        given.merge("2025-10");

        assertThat(parts(given.files("event"))).containsExactly("2025-10");
        assertThat(arrivals.earliest(given.workspace(), mark, arrivals.mark(given.workspace())))
                .isEmpty();
        assertThat(given.fingerprint()).isEqualTo(facts);
        given.rollUp();
        assertThat(given.fingerprint()).isEqualTo(facts);

        var merged = arrivals.mark(given.workspace());
        given.arrive(track("m3", "u1", "2025-10-25T21:00:00Z"));
        assertThat(arrivals.earliest(given.workspace(), merged, arrivals.mark(given.workspace())))
                .contains(LocalDate.parse("2025-10-24"));
        assertThat(arrivals.earliest(given.workspace(), mark, arrivals.mark(given.workspace())))
                .contains(LocalDate.parse("2025-09-30"));
        given.rollUp();
        assertThat(given.use())
                .containsExactly(
                        "acorn u1 2025-10-24 1", "acorn u1 2025-10-25 1", "acorn u1 2025-10-26 1");
    }

    private String news(Sent... late) {
        var arrivals = given.arrivals();
        var before = arrivals.mark(given.workspace());
        given.arrive(late);
        given.rollUp();
        return arrivals.earliest(given.workspace(), before, arrivals.mark(given.workspace()))
                .map(LocalDate::toString)
                .orElse("none");
    }

    private static List<String> parts(List<LakeFile> files) {
        return files.stream().map(LakeFile::part).sorted().toList();
    }
}
