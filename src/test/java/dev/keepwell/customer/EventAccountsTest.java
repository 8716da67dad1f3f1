package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.EventAccounts.Answer;
import dev.keepwell.customer.EventAccounts.Question;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.Sending;
import dev.keepwell.story.TestHouse;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// To which account an event belongs, as the page tells it.
class EventAccountsTest {

    private static final WorkspaceId WORKSPACE = new WorkspaceId("event-accounts");
    private static final Instant NINE = Instant.parse("2026-03-01T09:00:00Z");

    @BeforeAll
    static void tell() {
        var door = Sending.toNewWorkspace(WORKSPACE.value());
        var crm = door.withKey("crm");
        door.send(
                "/v1/batch",
                Sending.batch(
                        group("g1", "\"userId\": \"u1\"", "A1", "2026-03-01T08:00:00Z"),
                        group("g2", "\"userId\": \"u1\"", "A2", "2026-03-01T09:00:00Z"),
                        group("g3", "\"anonymousId\": \"v1\"", "A3", "2026-03-01T08:00:00Z"),
                        """
                        {"type": "identify", "messageId": "i1", "userId": "u1",\
                         "anonymousId": "v2", "timestamp": "2026-03-01T08:30:00Z"}\
                        """));
        door.settle();
        crm.send(
                "/v1/batch",
                Sending.batch(group("c1", "\"userId\": \"c\"", "B1", "2026-03-01T08:00:00Z")));
        crm.settle();
    }

    @Test
    void what_the_event_names_counts_before_what_its_user_said() {
        var answer = ask("u1", null, "A1", NINE);

        assertThat(answer.byGroupCall()).isFalse();
        assertThat(answer.match()).isNotNull().extracting("name").isEqualTo("A1");
    }

    @Test
    void else_the_last_group_call_up_to_then_counts() {
        assertThat(ask("u1", null, null, NINE).account()).isEqualTo("A2");
        assertThat(ask("u1", null, null, NINE).byGroupCall()).isTrue();
        assertThat(ask("u1", null, null, NINE.minusSeconds(1)).account()).isEqualTo("A1");
        assertThat(ask("u1", null, null, NINE.minusSeconds(7_200)).account()).isNull();
    }

    @Test
    void a_visitor_is_whom_it_turned_out_to_be() {
        assertThat(ask(null, "v2", null, NINE).user()).isEqualTo("u1");
        assertThat(ask(null, "v2", null, NINE).account()).isEqualTo("A2");
        assertThat(ask(null, "v1", null, NINE).user()).isEqualTo("v1");
        assertThat(ask(null, "v1", null, NINE).account()).isEqualTo("A3");
        assertThat(ask(null, "v9", null, NINE).match()).isNull();
    }

    @Test
    void an_id_means_the_account_that_one_other_source_knows_by_it() {
        assertThat(ask("u9", null, "B1", NINE).match()).isNotNull();
        assertThat(ask("u9", null, "ext:crm/B1", NINE).match()).isNotNull();
        assertThat(ask("u9", null, "ext:sdk/B1", NINE).match()).isNull();
        assertThat(ask("u9", null, "B2", NINE).match()).isNull();
    }

    @Test
    void many_are_answered_in_their_order() {
        var answers =
                accounts()
                        .of(
                                WORKSPACE,
                                List.of(
                                        new Question("sdk", "u1", null, null, NINE),
                                        new Question("crm", "u1", null, null, NINE),
                                        new Question("crm", "c", null, null, NINE)));

        assertThat(answers).extracting(Answer::account).containsExactly("A2", null, "B1");
    }

    private static Answer ask(
            @Nullable String user,
            @Nullable String anonymous,
            @Nullable String account,
            Instant at) {
        var question = new Question("sdk", user, anonymous, account, at);
        return accounts().of(WORKSPACE, List.of(question)).getFirst();
    }

    private static EventAccounts accounts() {
        return TestHouse.bean(EventAccounts.class);
    }

    private static String group(String id, String user, String account, String at) {
        return """
        {"type": "group", "messageId": "%s", %s, "groupId": "%s", "timestamp": "%s"}\
        """
                .formatted(id, user, account, at);
    }
}
