package dev.keepwell.lake;

import static dev.keepwell.lake.GivenLake.DATASET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.keepwell.lake.Compaction.Layout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Many small files become one, with the same rows in their order.
class CompactionTest {

    private static final Layout LAYOUT = new Layout(DATASET, "account nulls last, id");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private GivenLake given;
    private Compaction compaction;

    @BeforeEach
    void open(@TempDir Path folder) {
        given = GivenLake.in(folder);
        compaction = given.compaction();
    }

    @Test
    void closed_months_become_one_file_each_and_closed_days_of_this_month() {
        for (var part :
                List.of(
                        "2026-09-30",
                        "2026-10-01",
                        "2026-10-01",
                        "2026-10-31",
                        "2026-11-01",
                        "2026-11-02",
                        "2026-11-02",
                        "2026-11-22",
                        "2026-11-22")) {
            given.publishRows(part, 3);
        }
        var before = given.totals();

        assertThat(compaction.settle(given.workspace(), LAYOUT, TODAY)).isEqualTo(3);

        assertThat(given.files())
                .extracting(LakeFile::part)
                .containsExactlyInAnyOrder(
                        "2026-09",
                        "2026-10",
                        "2026-11-01",
                        "2026-11-02",
                        "2026-11-22",
                        "2026-11-22");
        assertThat(given.file("2026-10").rows()).isEqualTo(9);
        assertThat(given.totals()).isEqualTo(before);
        assertThat(compaction.settle(given.workspace(), LAYOUT, TODAY)).isZero();
    }

    @Test
    void what_comes_late_joins_its_month_the_next_night() {
        given.publishRows("2026-10-01", 3);
        compaction.settle(given.workspace(), LAYOUT, TODAY);
        given.publishRows("2026-10-07", 2);

        assertThat(compaction.settle(given.workspace(), LAYOUT, TODAY)).isOne();
        assertThat(given.files())
                .extracting(LakeFile::part, LakeFile::rows)
                .containsExactly(tuple("2026-10", 5L));
    }

    @Test
    void a_day_with_many_small_files_is_tidied_at_once() {
        IntStream.range(0, 15).forEach(_ -> given.publishRows("2026-11-22", 2));
        assertThat(compaction.tidy(given.workspace(), LAYOUT)).isZero();

        given.publishRows("2026-11-22", 2);

        assertThat(compaction.tidy(given.workspace(), LAYOUT)).isOne();
        assertThat(given.files()).extracting(LakeFile::rows).containsExactly(32L);
    }

    @Test
    void rows_are_in_the_order_that_was_asked_for() {
        IntStream.range(0, 5).forEach(_ -> given.publishRows("2026-10-01", 4));

        compaction.settle(given.workspace(), LAYOUT, TODAY);

        var reading = DuckDb.reading(given.files());
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            var ids = "select id from " + reading;
            assertThat(duck.query(ids, (row, _) -> row.getLong(1)))
                    .isEqualTo(
                            duck.query(
                                    ids + " order by account nulls last, id",
                                    (row, _) -> row.getLong(1)));
        }
    }

    @Test
    void files_that_go_meanwhile_are_left_to_whoever_took_them() {
        given.publishRows("2026-10-01", 1);
        given.publishRows("2026-10-02", 1);
        var files = given.files();
        given.database()
                .doIn(
                        given.workspace(),
                        it -> given.lake().retire(it, given.workspace(), files.subList(0, 1)));

        assertThat(compaction.merge(given.workspace(), LAYOUT, files, "2026-10")).isFalse();

        assertThat(given.files()).containsExactly(files.getLast());
        assertThat(given.onDisk()).hasSize(2);
    }

    @Test
    void a_damaged_file_is_not_copied_into_one_whose_hash_is_right() throws IOException {
        given.publishRows("2026-10-01", 1);
        given.publishRows("2026-10-02", 1);
        var victim = given.file("2026-10-01").path();
        var bytes = Files.readAllBytes(victim);
        bytes[bytes.length / 2] ^= 1;
        Files.write(victim, bytes);

        assertThat(compaction.settle(given.workspace(), LAYOUT, TODAY)).isZero();
        assertThat(given.files()).extracting(LakeFile::part).containsExactly("2026-10-02");
        assertThat(compaction.settle(given.workspace(), LAYOUT, TODAY)).isOne();
        assertThat(given.check().lost()).isOne();
    }
}
