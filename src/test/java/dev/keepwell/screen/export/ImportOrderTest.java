package dev.keepwell.screen.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.CurrentRecords.Column;
import dev.keepwell.customer.CurrentRecords.Sheet;
import dev.keepwell.screen.export.ImportOrder.Step;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImportOrderTest {

    private static final Sheet APP_ACCOUNTS = new Sheet("account", "app");
    private static final Sheet CRM_ACCOUNTS = new Sheet("account", "crm");
    private static final Sheet APP_TOUCHES = new Sheet("touch", "app");
    private static final List<Sheet> ALL = List.of(APP_ACCOUNTS, CRM_ACCOUNTS, APP_TOUCHES);

    @Test
    void sources_that_need_nothing_of_each_other_are_one_step_each() {
        assertThat(new ImportOrder(ALL).steps())
                .containsExactly(
                        new Step("app", List.of(APP_ACCOUNTS, APP_TOUCHES)),
                        new Step("crm", List.of(CRM_ACCOUNTS)));
    }

    @Test
    void what_is_needed_of_another_source_comes_first() {
        var order = new ImportOrder(ALL);
        order.see(APP_TOUCHES, List.of(account(true)), List.of("ext:crm/A1"));

        assertThat(order.steps())
                .containsExactly(
                        new Step("app", List.of(APP_ACCOUNTS)),
                        new Step("crm", List.of(CRM_ACCOUNTS)),
                        new Step("app", List.of(APP_TOUCHES)));
    }

    @Test
    void what_may_come_later_holds_nothing_up() {
        var order = new ImportOrder(ALL);
        order.see(APP_TOUCHES, List.of(account(false)), List.of("ext:crm/A1"));

        assertThat(order.steps()).hasSize(2);
    }

    private static Column account(boolean isNeeded) {
        return new Column("account_id", "reference", isNeeded, "account");
    }
}
