package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArrivalTest {

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
}
