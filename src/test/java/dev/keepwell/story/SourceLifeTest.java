package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.JobId;
import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/// A source is expected, owned, paused and resumed; and the quality of what it sent can be asked.
class SourceLifeTest {

    @Test
    void nothing_is_taken_in_from_a_source_that_is_paused() {
        var door = Sending.toNewWorkspace("source-pause");
        assertThat(door.send("/v1/batch", Sending.batch(Sending.track("m1"))).status())
                .isEqualTo(200);
        door.settle();
        bring(door, "crm", "account", "account_id,name\nA1,Acorn\n");
        var waiting = open(door, "crm");

        assertThat(change(door, "sdk", "{\"paused\": true}").path("whole").path("state").asString())
                .isEqualTo("paused");
        change(door, "crm", "{\"paused\": true}");

        var refused = door.ask("POST", "/api/v1/imports", "{\"source\": \"crm\"}");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.json().path("code").asString()).isEqualTo("source_paused");
        put(door, waiting, "account", "account_id,name\nA2,Brightwater\n");
        assertThat(door.ask("POST", "/api/v1/imports/" + waiting + "/start", "").status())
                .isEqualTo(409);
        var event = untilRefused(door);
        assertThat(event.status()).isEqualTo(423);
        assertThat(event.json().path("detail").asString())
                .contains("The source 'sdk' is paused since", "PUT /api/v1/sources/sdk");

        change(door, "crm", "{\"paused\": false}");
        assertThat(door.ask("POST", "/api/v1/imports/" + waiting + "/start", "").status())
                .isEqualTo(202);
    }

    /// A key is asked anew after a second.
    private static TestHouse.Answer untilRefused(Sending door) {
        var deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        TestHouse.Answer answer;
        do {
            answer = door.send("/v1/batch", Sending.batch(Sending.track("m2")));
        } while (answer.status() == 200 && System.nanoTime() < deadline);
        return answer;
    }

    @Test
    void what_somebody_decides_about_a_source_stands_until_they_take_it_back() {
        var door = Sending.toNewWorkspace("source-rhythm");
        bring(door, "crm", "account", "account_id,name\nA1,Acorn\n");

        var source = change(door, "crm", "{\"expected_every\": \"12h\", \"owner\": \"Ana\"}");
        assertThat(source.path("owner").asString()).isEqualTo("Ana");
        assertThat(source.path("whole").path("expected_every").asString()).isEqualTo("12h");
        assertThat(source.path("whole").path("state").asString()).isEqualTo("on_time");
        assertThat(source.path("tables").get(0).path("expected_by").asString())
                .isEqualTo("unknown");

        var table =
                change(door, "crm", "{\"expected_every\": \"7d\", \"table\": \"account\"}")
                        .path("tables")
                        .get(0);
        assertThat(table.path("expected_every").asString()).isEqualTo("7d");
        assertThat(table.path("rows_today").asInt()).isEqualTo(1);

        var learned = change(door, "crm", "{\"expected_every\": \"learned\"}");
        assertThat(learned.path("whole").path("state").asString()).isEqualTo("unknown");
        assertThat(learned.path("owner").asString()).isEqualTo("Ana");
        assertThat(put(door, "crm", "{\"expected_every\": \"often\"}").status()).isEqualTo(422);
        assertThat(put(door, "crn", "{}").json().path("detail").asString())
                .contains("There is no source 'crn'. Did you mean 'crm'?");
        assertThat(put(door, "crm", "{\"table\": \"acount\"}").status()).isEqualTo(404);
    }

    @Test
    void the_quality_of_what_came_can_be_asked() {
        var door = Sending.toNewWorkspace("source-quality");
        bring(door, "crm", "account", "account_id,name,tier\nA1,Acorn,low_touch\n");
        bring(door, "crm", "account", "account_id,name,tier\nA1,7,\n");
        bring(door, "crm", "contact", "contact_id,account_id\nC1,A1\nC2,A9\n");

        var quality = door.ask("GET", "/api/v1/quality", "").json();

        assertThat(quality.path("checks")).hasSize(6);
        assertThat(quality.path("freshness").get(0).path("days").get(29).path("mark").asString())
                .isEqualTo("came");
        assertThat(quality.path("drift").toString())
                .contains(
                        "\"column\":\"name\",\"kind\":\"TURNED\",\"was\":\"text\"",
                        "\"column\":\"tier\",\"kind\":\"EMPTIED\",\"was\":\"text\"");
        assertThat(quality.path("rows_set_aside").get(0).path("examples").get(0).asString())
                .isEqualTo("contact.csv:3");
        var account = quality.path("tables").get(0);
        assertThat(account.path("table").asString()).isEqualTo("account");
        assertThat(account.path("metrics").toString()).contains("\"mrr\"", "\"nps\"");
        assertThat(quality.path("tables").get(1).path("metrics").toString())
                .contains("\"nps\"")
                .doesNotContain("\"mrr\"");
    }

    private static JsonNode change(Sending door, String source, String change) {
        return put(door, source, change).json();
    }

    private static TestHouse.Answer put(Sending door, String source, String change) {
        return door.ask("PUT", "/api/v1/sources/" + source, change);
    }

    private static String open(Sending door, String source) {
        var order = "{\"source\": \"%s\"}".formatted(source);
        return door.ask("POST", "/api/v1/imports", order).json().path("id").asString();
    }

    private static void put(Sending door, String id, String table, String csv) {
        door.ask("PUT", "/api/v1/imports/%s/files/%s.csv".formatted(id, table), csv);
    }

    static void bring(Sending door, String source, String table, String csv) {
        var id = open(door, source);
        put(door, id, table, csv);
        var start = door.ask("POST", "/api/v1/imports/" + id + "/start", "");
        var job = new JobId(start.json().path("id").asString());
        TestHouse.bean(Jobs.class)
                .await(new WorkspaceId(door.workspace()), job, Duration.ofSeconds(30));
    }
}
