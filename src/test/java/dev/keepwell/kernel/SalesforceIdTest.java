package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SalesforceIdTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource({
        "0015500000Xyy06, 0015500000Xyy06AAB",
        "0015500000Ygpq1, 0015500000Ygpq1AAB",
        "001A0000006Vm9r, 001A0000006Vm9rIAC",
        "001q000000wW9BZ, 001q000000wW9BZAA0",
        "ABCDEFGHIJKLMNO, ABCDEFGHIJKLMNO555",
        "000000000000000, 000000000000000AAA",
    })
    void fifteen_characters_and_eighteen_are_one_id(String shorter, String longer) {
        assertThat(SalesforceId.to18(shorter)).isEqualTo(longer);
        assertThat(SalesforceId.to18(longer)).isEqualTo(longer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"001a0000006vm9riac", "001A0000006VM9RIAC", "001a0000006Vm9rIAC"})
    void eighteen_characters_bring_back_the_case_that_a_tool_lost(String mangled) {
        assertThat(SalesforceId.to18(mangled)).isEqualTo("001A0000006Vm9rIAC");
    }

    @Test
    void fifteen_characters_that_differ_in_case_are_two_ids() {
        assertThat(SalesforceId.to18("001A0000006Vm9r"))
                .isNotEqualTo(SalesforceId.to18("001A0000006Vm9R"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A1", "001A0000006Vm9rI", "001A0000006Vm9-", "0015500000Xyy06BAB"})
    void what_cannot_be_an_id_is_refused(String text) {
        assertThat(SalesforceId.read(text)).isEmpty();
        assertThatThrownBy(() -> SalesforceId.to18(text))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("15 letters and digits")
                .hasMessageContaining("'" + text + "'");
    }
}
