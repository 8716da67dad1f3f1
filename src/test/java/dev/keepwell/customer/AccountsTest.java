package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.Import.Order;
import dev.keepwell.story.TestDatabase;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccountsTest {

    private static final String FILE =
            """
            account_id,name,customer_since
            A1,Acorn,2024-01-01
            A2,Brightwater,
            A3,Acorn,
            X_1,100%,
            """;

    @TempDir private Path folder;
    private Desk desk;
    private Accounts accounts;

    @BeforeEach
    void open() {
        desk = new Desk(folder);
        accounts = new Accounts(desk.database);
        desk.hand("account.csv", FILE);
    }

    @Test
    void an_account_is_found_by_our_id_and_by_its_sources() {
        var acorn = accounts.find(desk.workspace, "ext:csv/A1").orElseThrow();

        assertThat(acorn.name()).isEqualTo("Acorn");
        assertThat(acorn.origin().reference()).isEqualTo("ext:csv/A1");
        assertThat(accounts.find(desk.workspace, acorn.id().value())).contains(acorn);
        assertThat(accounts.find(desk.workspace, "A1")).contains(acorn);
        assertThat(accounts.find(desk.workspace, "ext:crm/A1")).isEmpty();
        assertThat(accounts.find(TestDatabase.freshWorkspace(), acorn.id().value())).isEmpty();
    }

    @Test
    void a_name_that_two_sources_share_must_say_which() {
        desk.hand(
                new Order("crm", false, null, null, null),
                "account.csv",
                "account_id,name\nA1,B\n");

        assertThatThrownBy(() -> accounts.find(desk.workspace, "A1"))
                .isInstanceOf(Refusal.class)
                .hasMessageStartingWith("Several sources have an account 'A1'.");
    }

    @Test
    void a_list_goes_on_where_its_page_ended() {
        // Two accounts of one name stand in the order of their ids.
        assertThat(walk("", 1))
                .isEqualTo(walk("", 500))
                .startsWith("X_1")
                .contains("A1", "A3")
                .endsWith("A2")
                .hasSize(4);
        assertThat(walk("corn", 1)).containsExactlyInAnyOrder("A1", "A3");
        assertThat(walk("a2", 9)).containsExactly("A2");
        assertThat(walk("_", 9)).containsExactly("X_1");
        assertThat(walk("%", 9)).containsExactly("X_1");
    }

    @Test
    void a_wrong_cursor_or_limit_is_refused() {
        assertThatThrownBy(() -> accounts.list(desk.workspace, "", "???", 9))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> accounts.list(desk.workspace, "", null, 501))
                .hasMessage("A limit is 1 to 500, but got 501.");
    }

    @Test
    void a_text_that_no_column_can_hold_is_refused_before_anyone_looks() {
        var cursor =
                Base64.getUrlEncoder()
                        .encodeToString("Aco\0rn\nacc".getBytes(StandardCharsets.UTF_8));

        refused("q", () -> accounts.list(desk.workspace, "aco\0rn", null, 9));
        refused("cursor", () -> accounts.list(desk.workspace, "", cursor, 9));
        refused("account", () -> accounts.find(desk.workspace, "A1\0"));
        assertThat(accounts.find(desk.workspace, "ext:csv/A1")).isPresent();
    }

    private static void refused(String what, ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOf(Refusal.class)
                .hasMessage("The %s cannot have the character U+0000. Remove it.".formatted(what));
    }

    private List<String> walk(String q, int limit) {
        var found = new ArrayList<String>();
        @Nullable String cursor = null;
        do {
            var page = accounts.list(desk.workspace, q, cursor, limit);
            page.accounts().forEach(it -> found.add(it.origin().sourceId()));
            cursor = page.next();
        } while (cursor != null);
        return found;
    }
}
