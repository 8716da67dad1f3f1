package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.lake.LakeFile;
import dev.keepwell.warehouse.EventCompaction.Merge;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventCompactionTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private final List<LakeFile> files = new ArrayList<>();

    @Test
    void a_day_with_many_files_becomes_one() {
        have("2026-11-20", 8);
        have("2026-11-21", 9);

        assertThat(due(TODAY)).containsExactly(new Merge(List.of("2026-11-21"), "2026-11-21"));
    }

    @Test
    void a_month_becomes_one_when_it_is_over_for_more_than_a_week() {
        have("2026-10-01", 1);
        have("2026-10-31", 20);
        have("2026-11-01", 2);

        assertThat(due(LocalDate.of(2026, 11, 7)))
                .containsExactly(new Merge(List.of("2026-10-31"), "2026-10-31"));
        assertThat(due(LocalDate.of(2026, 11, 8)))
                .containsExactly(new Merge(List.of("2026-10-01", "2026-10-31"), "2026-10"));
    }

    @Test
    void what_comes_after_its_month_is_merged_when_there_is_enough_of_it() {
        have("2026-10", 1);
        have("2026-10-05", 7);

        assertThat(due(TODAY)).isEmpty();

        have("2026-10-06", 1);
        assertThat(due(TODAY))
                .containsExactly(
                        new Merge(List.of("2026-10", "2026-10-05", "2026-10-06"), "2026-10"));
    }

    @Test
    void what_is_merged_is_left_alone() {
        have("2026-09", 1);
        have("2026-10", 1);
        have("2026-11-21", 1);

        assertThat(due(TODAY)).isEmpty();
    }

    private List<Merge> due(LocalDate today) {
        return EventCompaction.due(files, today);
    }

    private void have(String part, int count) {
        for (int i = 0; i < count; i++) {
            files.add(new LakeFile("event", part, Path.of(part + i), 1, part + i, files.size()));
        }
    }
}
