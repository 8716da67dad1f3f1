package dev.keepwell.source.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What the other providers tell becomes records as far as it says whose they are.
class OtherProvidersTest {

    @Test
    void hubspot_tells_one_property_at_a_time_and_the_others_stay() {
        var desk = new WebhookDesk(Provider.HUBSPOT);
        desk.deliver("[" + property(1, "country", "DE") + "]");
        desk.settle();
        assertThat(desk.states()).containsExactly("set_aside missing_value");

        desk.deliver("[%s,%s]".formatted(property(2, "name", "Acorn"), property(3, "fax", "1")));
        desk.settle();
        assertThat(accounts(desk)).containsExactly("77|Acorn|DE");

        // A later file knows better, and only what changes after it is told again.
        desk.database.doIn(
                desk.workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        update customer.account set import_id = 'imp_x',
                                            name = 'Acorn Bakery', recorded_at = ?
                                        where superseded_at is null
                                        """)
                                .param(java.sql.Timestamp.from(desk.now()))
                                .update());
        desk.later(Duration.ofDays(400));
        desk.deliver(property(400L * 86_400, "country", "FR"));
        desk.settle();

        assertThat(accounts(desk)).containsExactly("77|Acorn Bakery|FR");
        desk.deliver(property(401L * 86_400, "country", ""));
        assertThat(accounts(desk.settle())).containsExactly("77|Acorn Bakery|null");
        assertThat(desk.states())
                .containsExactly(
                        "applied", "applied", "not_used property_not_read", "applied", "applied");
    }

    private static java.util.List<String> accounts(WebhookDesk desk) {
        return desk.rows(
                """
                select source_id, name, country from customer.account
                where superseded_at is null
                """);
    }

    private static String property(long seconds, String name, String value) {
        return """
        {"eventId": %d, "subscriptionType": "company.propertyChange", "portalId": 62515,
         "occurredAt": %d, "attemptNumber": %d, "objectId": 77, "propertyName": "%s",
         "propertyValue": "%s"}
        """
                .formatted(seconds, 1_735_725_600_000L + seconds * 1_000, seconds % 3, name, value);
    }

    @Test
    void another_attempt_of_hubspot_is_a_duplicate_although_its_bytes_differ() {
        var desk = new WebhookDesk(Provider.HUBSPOT);
        var first = property(1, "name", "Acorn");

        assertThat(desk.deliver(first)).isZero();
        assertThat(desk.deliver(first.replace("\"attemptNumber\": 1", "\"attemptNumber\": 2")))
                .isEqualTo(1);
    }

    @Test
    void a_ticket_of_zendesk_goes_from_asked_to_solved_and_back() {
        var desk = new WebhookDesk(Provider.ZENDESK);
        desk.deliver(
                """
                {"id": "e1", "type": "zen:event-type:organization.created",
                 "subject": "zen:organization:9", "time": "2025-03-01T08:00:00Z",
                 "detail": {"id": "9", "name": "Acorn"}}
                """);
        desk.deliver(ticket("e3", "status_changed", "2025-03-02T09:00:00Z", "SOLVED"));
        desk.deliver(ticket("e2", "created", "2025-03-01T09:00:00Z", "NEW"));
        desk.settle();
        assertThat(tickets(desk)).containsExactly("5|critical|solved|2025-03-02 09:00:00.0|web|33");

        desk.deliver(ticket("e4", "status_changed", "2025-03-03T09:00:00Z", "OPEN"));
        desk.settle();

        assertThat(tickets(desk)).containsExactly("5|critical|open|null|web|33");
    }

    @Test
    void a_ticket_of_nobody_is_set_aside() {
        var desk = new WebhookDesk(Provider.ZENDESK);
        var event = ticket("e2", "created", "2025-03-01T09:00:00Z", "NEW");

        desk.deliver(event.replace("\"9\"", "null"));

        assertThat(desk.settle().states()).containsExactly("set_aside no_organization");
    }

    private static java.util.List<String> tickets(WebhookDesk desk) {
        return desk.rows(
                """
                select source_id, priority, status, solved_at at time zone 'UTC', channel, agent_id
                from customer.ticket where superseded_at is null
                """);
    }

    private static String ticket(String id, String what, String time, String status) {
        return """
        {"id": "%s", "type": "zen:event-type:ticket.%s", "subject": "zen:ticket:5", "time": "%s",
         "detail": {"id": "5", "organization_id": "9", "requester_id": "44", "assignee_id": "33",
          "created_at": "2025-03-01T09:00:00Z", "priority": "URGENT", "status": "%s",
          "via": {"channel": "web"}}}
        """
                .formatted(id, what, time, status);
    }

    @Test
    void intercom_tells_companies_contacts_and_whose_conversation_it_was() {
        var desk = new WebhookDesk(Provider.INTERCOM);
        desk.deliver(
                notification(
                        "n1",
                        "company.created",
                        "\"type\":\"company\",\"id\":\"c1\",\"name\":\"Acorn\""));
        desk.deliver(
                notification(
                        "n2",
                        "contact.user.created",
                        "\"type\":\"contact\",\"id\":\"p1\",\"email\":\"a@acorn.example\","
                                + "\"companies\":{\"data\":[{\"id\":\"c1\"}]}"));
        desk.deliver(
                notification(
                        "n3",
                        "conversation.user.created",
                        "\"type\":\"conversation\",\"id\":\"v1\",\"created_at\":1735725600,"
                                + "\"company\":{\"id\":\"c1\"}"));
        desk.deliver(
                notification(
                        "n4",
                        "conversation.user.created",
                        "\"type\":\"conversation\",\"id\":\"v2\",\"created_at\":1735725600"));

        desk.settle();

        assertThat(desk.rows("select channel, direction, thread_key from customer.touch"))
                .containsExactly("chat|inbound|v1");
        assertThat(desk.rows("select email from customer.contact"))
                .containsExactly("a@acorn.example");
        assertThat(desk.states())
                .containsExactly("applied", "applied", "applied", "set_aside no_company");
    }

    private static String notification(String id, String topic, String item) {
        return """
        {"type": "notification_event", "id": "%s", "topic": "%s", "created_at": 1735725600,
         "data": {"item": {%s}}}
        """
                .formatted(id, topic, item);
    }

    @Test
    void slack_is_answered_its_challenge_and_tells_what_mapped_channels_say() {
        var desk = new WebhookDesk(Provider.SLACK, Map.of("C1", "ext:crm/acorn"));
        assertThat(desk.deliver("{\"type\": \"url_verification\", \"challenge\": \"3eZb\"}"))
                .isEqualTo(-1);
        desk.deliver(message("Ev1", "C1", ""));
        desk.deliver(message("Ev2", "C2", ""));
        desk.deliver(message("Ev3", "C1", "\"subtype\": \"channel_join\","));

        assertThat(desk.settle().states())
                .containsExactly(
                        "set_aside unknown_account",
                        "not_used channel_without_account",
                        "not_used no_message");
    }

    private static String message(String id, String channel, String more) {
        return """
        {"type": "event_callback", "event_id": "%s", "event_time": 1735725600, "team_id": "T1",
         "event": {"type": "message", %s "channel": "%s", "user": "U1", "team": "T2",
          "ts": "1735725600.%s"}}
        """
                .formatted(id, more, channel, id.replace("Ev", "00000"));
    }

    @Test
    void our_own_words_are_told_as_standard_webhooks() {
        var desk = new WebhookDesk(Provider.STANDARD);
        desk.deliver(record("account.updated", "\"account_id\": \"A1\", \"name\": \"Acorn\""));
        desk.deliver(record("account.updated", "\"account_id\": \"A1\", \"segment\": \"retail\""));
        desk.deliver(record("acount.updated", "\"account_id\": \"A1\""));
        desk.deliver(record("account.updated", "\"account_id\": \"A2\", \"nam\": \"Birch\""));
        desk.deliver("no json");

        assertThat(desk.settle().states())
                .containsExactly(
                        "applied",
                        "applied",
                        "set_aside no_such_table",
                        "set_aside no_such_column",
                        "set_aside unreadable");
        assertThat(
                        desk.rows(
                                """
                                select source_id, name, segment from customer.account
                                where superseded_at is null
                                """))
                .containsExactly("A1|Acorn|retail");
    }

    private static String record(String type, String data) {
        return "{\"type\": \"%s\", \"timestamp\": \"2025-03-01T09:00:00Z\", \"data\": {%s}}"
                .formatted(type, data);
    }
}
