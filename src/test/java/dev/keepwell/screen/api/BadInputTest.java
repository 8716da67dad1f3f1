package dev.keepwell.screen.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.story.TestHouse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What nobody should send is the sender's mistake, and is told so.
class BadInputTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "PUT  | /api/v1/models/current | {} | yaml",
                "POST | /api/v1/model-checks | {} | yaml",
                "POST | /api/v1/workspaces | {} | workspace",
                "POST | /api/v1/tokens | {\"scopes\":[null]} | unknown_scope",
            })
    void what_is_missing_is_asked_for(String method, String path, String body, String code) {
        var answer = TestHouse.ask(method, path, body);

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts?q=a%00b",
                "/api/v1/metrics/mrr/values?entity=%00&grain=account",
                "/api/v1/exports/records?table=%00"
            })
    void a_nul_in_an_address_is_refused(String path) {
        var answer = TestHouse.ask("GET", path, "");

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("code").asString()).isEqualTo("nul");
        assertThat(answer.json().path("request_id").asString())
                .isEqualTo(answer.header("X-Request-Id"));
    }

    @Test
    void a_nul_in_a_body_is_refused() {
        var answer =
                TestHouse.ask(
                        "POST", "/api/v1/tokens", "{\"name\":\"\\u0000\",\"scopes\":[\"all\"]}");

        assertThat(answer.status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/accounts/x/health?as_of=%2B999999999-12-31",
                "/api/v1/accounts/x/health?as_of=-0001-01-01",
                "/api/v1/accounts/x/health/change?from=1899-12-31&to=2025-01-01",
                "/api/v1/metrics/mrr/values?as_of=%2B999999999-12-31",
                "/api/v1/metrics/mrr/values?known_at=%2B999999999-12-31T00:00:00Z",
                "/api/v1/metrics/mrr/values?known_at=-999999999-01-01T00:00:00Z",
                "/api/v1/metrics/mrr/values?known_at=yesterday"
            })
    void a_day_that_no_calendar_shows_is_refused(String path) {
        var answer = TestHouse.ask("GET", path, "");

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.json().path("code").asString()).isEqualTo("parameter");
    }

    @Test
    void a_day_of_a_body_is_held_to_the_same_calendar() {
        var run = "{\"from\":\"%s\",\"to\":\"+999999999-12-31\"}";

        var answer = TestHouse.ask("POST", "/api/v1/runs", run.formatted("2025-01-01"));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.json().path("detail").asString()).contains("1900 to 9999");
    }

    @Test
    void days_and_moments_of_our_time_are_understood() {
        var values = "/api/v1/metrics/mrr/values?as_of=2025-01-31&known_at=2025-02-01T00:00:00";

        assertThat(TestHouse.ask("GET", values + "Z", "").status()).isEqualTo(200);
        assertThat(TestHouse.ask("GET", values + "%2B01:00", "").status()).isEqualTo(200);
        assertThat(TestHouse.ask("GET", "/api/v1/metrics/mrr/values?as_of=", "").status())
                .isEqualTo(200);
    }
}
