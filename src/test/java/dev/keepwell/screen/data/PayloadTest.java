package dev.keepwell.screen.data;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// How an event is shown to whoever looks for the mistake in it.
class PayloadTest {

    @Test
    void each_value_has_a_line_and_each_number_its_digits() {
        var payload =
                Payload.of("{\"a\":1.50,\"b\":[1e400,{}],\"c\":{\"d\":\"é\\n\",\"e\":null}}", "");

        assertThat(payload.text())
                .isEqualTo(
                        """
                        {
                          "a": 1.50,
                          "b": [
                            1e400,
                            {}
                          ],
                          "c": {
                            "d": "é\\n",
                            "e": null
                          }
                        }\
                        """);
        assertThat(payload.lines()).noneMatch(Payload.Line::isMarked);
    }

    @Test
    void the_place_that_breaks_a_rule_is_marked_with_all_that_it_holds() {
        var payload = Payload.of("{\"a/b\":{\"c\":[1]},\"d\":2}", "/a~1b/c");

        assertThat(payload.isFound()).isTrue();
        assertThat(payload.lines().stream().filter(Payload.Line::isMarked))
                .extracting(it -> it.text().strip())
                .containsExactly("\"c\": [", "1", "]");
    }

    @Test
    void a_place_where_nothing_stands_is_not_found() {
        assertThat(Payload.of("{\"a\":1}", "/event").isFound()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{\"a\":", "not JSON", "{\"a\":1}}", ""})
    void what_is_no_json_stays_as_it_came(String text) {
        assertThat(Payload.of(text, "/a").text()).isEqualTo(text);
        assertThat(Payload.compact(text)).isEqualTo(text);
    }

    @Test
    void what_was_only_looked_at_is_as_short_as_it_was() {
        var sent = "{\"a\":1.50,\"b\":[1e400,{},[]],\"c\":\"x, y\"}";

        assertThat(Payload.compact(Payload.of(sent, "").text())).isEqualTo(sent);
    }

    @Test
    void no_page_holds_a_key() {
        var payload = Payload.of("{\"writeKey\":\"kw_write_abc-D_9\"}", "");

        assertThat(payload.text()).contains("kw_write_…").doesNotContain("abc");
    }
}
