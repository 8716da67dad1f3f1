package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RowRunTest {

    @Test
    void a_line_stands_for_a_row_each() {
        assertThat(GivenFacts.rows("id | day\nu9..u11 | 2025-02-27..2025-03-01\nu12 |"))
                .containsExactly(
                        List.of("id", "day"),
                        List.of("u9", "2025-02-27"),
                        List.of("u10", "2025-02-28"),
                        List.of("u11", "2025-03-01"),
                        List.of("u12", ""));
        assertThat(RowRun.of(List.of("u009..u010")))
                .containsExactly(List.of("u009"), List.of("u010"));
        assertThat(RowRun.of(List.of("a", "x1..x2")))
                .containsExactly(List.of("a", "x1"), List.of("a", "x2"));
    }

    @Test
    void what_is_no_run_is_a_text() {
        assertThat(RowRun.of(List.of("a1..b2", "wait..", "1.5")))
                .containsExactly(List.of("a1..b2", "wait..", "1.5"));
    }

    @Test
    void runs_that_do_not_go_in_step_are_refused() {
        assertThatThrownBy(() -> RowRun.of(List.of("u1..u3", "2025-01-01..2025-01-02")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("equally long");
    }
}
