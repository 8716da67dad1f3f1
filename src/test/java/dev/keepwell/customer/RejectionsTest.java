package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.source.Import.Order;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RejectionsTest {

    private static final String TICKETS =
            "ticket_id,account_id,created_at\nT1,A1,2025-01-02\nT2,A1,2025-01-03\n";

    @TempDir private Path folder;
    private Desk desk;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
    }

    @Test
    void an_import_shows_what_it_set_aside_and_not_what_it_accepted() {
        var early = desk.opened(Order.CANONICAL, "ticket.csv", TICKETS);
        var again = desk.opened(Order.CANONICAL, "ticket.csv", TICKETS);
        desk.run(early, _ -> {});
        desk.run(again, _ -> {});
        desk.hand("account.csv", "account_id,name\nA1,Acorn\n");
        var late = desk.opened(Order.CANONICAL, "ticket.csv", TICKETS);

        assertThat(Desk.counts(desk.run(late, _ -> {}))).containsExactly("ticket 2/0/0/0/0");
        assertThat(desk.rejections(late)).isEmpty();
        assertThat(desk.rejections(early)).extracting(it -> it.line()).containsExactly(2L, 3L);
        assertThat(desk.rejections(again)).isEqualTo(desk.rejections(early));
        assertThat(desk.rows("select count(*) from source.rejection")).containsExactly("2");
    }

    @Test
    void two_files_of_one_content_both_keep_what_was_set_aside() {
        var mapping =
                """
                source: crm
                files:
                  one.csv: {tables: {account: {columns: {account_id: id, name: name}}}}
                  two.csv: {tables: {account: {columns: {account_id: id, name: name}}}}
                """;
        var file = "id,name\n1,\n";
        var order = Order.CANONICAL.withMapping("map.yaml", mapping);
        var id = desk.opened(order, "one.csv", file, "two.csv", file);

        desk.run(id, _ -> {});

        assertThat(desk.rejections(id))
                .extracting(it -> it.file() + ":" + it.line())
                .containsExactly("one.csv:2", "two.csv:2");
    }
}
