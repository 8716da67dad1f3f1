package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.story.TestHouse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void a_file_is_cut_off_at_its_limit_and_not_before() throws IOException {
        var whole = new ApiLimits.Bounded(new ByteArrayInputStream(new byte[10]), 10);
        var longer = new ApiLimits.Bounded(new ByteArrayInputStream(new byte[11]), 10);

        assertThat(whole.readAllBytes()).hasSize(10);
        assertThatThrownBy(longer::readAllBytes)
                .isInstanceOfSatisfying(
                        Refusal.class, it -> assertThat(Problem.of(it).status()).isEqualTo(413))
                .hasMessageContaining("10 bytes");
    }

    @Test
    void json_as_deep_as_a_well_is_not_read() {
        var deep = "[".repeat(65) + "]".repeat(65);
        var answer = TestHouse.ask("POST", "/api/v1/tokens", "{\"scopes\":" + deep + "}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @Test
    void a_text_longer_than_any_model_is_not_read() {
        var text = "a".repeat(1_100_000);
        var answer = TestHouse.ask("POST", "/api/v1/model-checks", "{\"yaml\":\"" + text + "\"}");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("1048576");
    }

    @Test
    void what_the_firewall_stops_is_a_problem_with_an_id() {
        var answer = TestHouse.ask("GET", "/api/v1/accounts/a;b", "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("request_id").asString())
                .isEqualTo(answer.header("X-Request-Id"))
                .startsWith("req_");
    }

    @Test
    void an_external_id_with_a_slash_finds_its_way_both_ways() {
        for (var path : new String[] {"ext:csv/a%2Fb", "ext%3Acsv%2Fa%2Fb"}) {
            var answer = TestHouse.ask("GET", "/api/v1/accounts/" + path + "/health", "");

            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.json().path("detail").asString()).contains("'ext:csv/a/b'");
        }
    }
}
