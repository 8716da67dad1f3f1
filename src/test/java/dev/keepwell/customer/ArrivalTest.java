package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

    private static final String SEATS = "account_id,licence_type,valid_from,valid_to\n";

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void a_row_is_learned_when_its_import_starts_and_not_when_it_is_opened() {
        var first = desk.filled(Order.CANONICAL, "account.csv", "account_id,name\nA1,Elm\n");
        desk.later(Duration.ofHours(1));
        desk.hand("account.csv", "account_id,name\nA1,Oak\n");
        desk.later(Duration.ofHours(1));
        desk.imports.settle(desk.workspace, first);
        desk.later(Duration.ofHours(1));
        desk.run(first, _ -> {});

        assertThat(
                        desk.rows(
                                """
                                select name, recorded_at at time zone 'UTC' as learned,
                                    superseded_at at time zone 'UTC' as replaced
                                from customer.account order by version
                                """))
                .containsExactly(
                        "Oak|2025-06-01 13:00:00.0|2025-06-01 14:00:00.0",
                        "Elm|2025-06-01 14:00:00.0|null");
    }

    @Test
    void what_ended_may_stand_in_the_file_below_what_began_then() {
        desk.hand("account.csv", "account_id,name\nA1,Acorn\n");
        desk.hand("seat_entitlement.csv", SEATS + "A1,standard,2024-01-01,\n");
        var newestFirst =
                SEATS
                        + """
                        A1,standard,2024-06-01,
                        A1,standard,2024-01-01,2024-06-01
                        """;

        assertThat(Desk.counts(desk.hand("seat_entitlement.csv", newestFirst)))
                .containsExactly("seat_entitlement 1/1/0/0/0");
        assertThat(Desk.counts(desk.hand("seat_entitlement.csv", newestFirst)))
                .containsExactly("seat_entitlement 0/0/2/0/0");
        assertThat(
                        desk.rows(
                                "select valid_from, valid_to from customer.seat_entitlement"
                                        + " where superseded_at is null order by 1"))
                .containsExactly("2024-01-01|2024-06-01", "2024-06-01|null");
    }

    @Test
    void a_row_that_never_fits_does_not_hold_up_a_later_one_of_its_id() {
        desk.hand("account.csv", "account_id,name\nA1,Acorn\n");
        var file =
                SEATS
                        + """
                        A1,standard,2024-03-01,2024-09-01
                        A1,standard,2024-01-01,2024-06-01
                        A1,standard,2024-02-01,2024-12-01
                        A1,standard,2024-01-01,2024-02-01
                        """;

        assertThat(Desk.counts(desk.hand("seat_entitlement.csv", file)))
                .containsExactly("seat_entitlement 2/0/0/0/2");
        assertThat(Desk.counts(desk.hand("seat_entitlement.csv", file)))
                .containsExactly("seat_entitlement 0/0/2/0/2");
        assertThat(desk.rows("select line, reason from source.rejection order by 1"))
                .containsExactly("3|overlap", "4|overlap");
    }

    @Test
    void of_two_attempts_at_one_import_only_one_gets_on() {
        var file = new StringBuilder("account_id,name\n");
        for (int i = 0; i < 6_000; i++) {
            file.append("A").append(i).append(",Acorn\n");
        }
        var id = desk.opened(Order.CANONICAL, "account.csv", file.toString());

        assertThatThrownBy(() -> desk.run(id, _ -> desk.run(id, _ -> {})))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("Another attempt has moved account.csv on from line 5000.");

        assertThat(Desk.counts(desk.run(id, _ -> {}))).containsExactly("account 6000/0/0/0/0");
    }
}
