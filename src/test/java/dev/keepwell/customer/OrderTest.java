package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OrderTest {

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void no_source_is_complete_until_a_day_that_is_still_to_come() {
        var today = LocalDate.of(2025, 6, 1);

        assertThatThrownBy(() -> create(LocalDate.of(2052, 12, 31)))
                .isInstanceOf(Refusal.class)
                .hasMessage(
                        "A source is complete until a day from 1900-01-01 to today, 2025-06-01,"
                                + " but got 2052-12-31.");
        assertThatThrownBy(() -> create(LocalDate.of(25, 5, 1))).isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> create(today.plusDays(1))).isInstanceOf(Refusal.class);
        assertThat(create(today)).startsWith("imp_");
    }

    @Test
    void today_is_a_day_of_the_workspace() {
        desk.moveTo(ZoneId.of("Pacific/Kiritimati"));

        assertThat(create(LocalDate.of(2025, 6, 2))).startsWith("imp_");
    }

    @Test
    void a_name_that_no_column_can_hold_is_refused() {
        assertThatThrownBy(() ->
                        desk.imports.create(
                                desk.workspace,
                                Order.CANONICAL.withMapping("map\0.yaml", "source: crm\n")))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The mapping's name cannot have");
        assertThatThrownBy(() -> desk.imports.find(desk.workspace, "imp\0"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("The import id cannot have");
    }

    private String create(LocalDate until) {
        return desk.imports.create(desk.workspace, Order.CANONICAL.completeUntil(until)).id();
    }
}
