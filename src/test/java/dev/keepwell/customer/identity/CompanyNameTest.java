package dev.keepwell.customer.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompanyNameTest {

    @ParameterizedTest(name = "{0} is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Acorn Inc.|acorn",
                "ACORN, Incorporated|acorn",
                "Brightwater G.m.b.H. & Co. KG|brightwater",
                "Société Générale S.A.|societe generale",
                "Müller & Söhne AG|muller sohne",
                "Kowalski Sp. z o.o.|kowalski",
                "Acorn Pty Ltd|acorn",
                "日本電気 株式会社|日本電気 株式会社",
                "SE|se",
                "Inc. Magazine|inc magazine",
            })
    void a_name_is_what_is_left_without_case_accents_and_legal_form(String name, String words) {
        assertThat(String.join(" ", CompanyName.of(name).words())).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Acorn GmbH, Acorn AG",
        "Bright Water, Brightwater Ltd",
        "O'Neil, ONEIL LLC",
    })
    void names_that_differ_in_writing_alone_are_the_same(String one, String other) {
        assertThat(likeness(one, other)).isEqualTo(1);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({"Brightwater, Brigthwater", "Cedar Analytics, Cedar Analitics"})
    void a_slip_of_the_pen_makes_names_alike(String one, String other) {
        assertThat(likeness(one, other)).isBetween(0.93, 0.999);
    }

    @ParameterizedTest(name = "{0} and {1}")
    @CsvSource({
        "Deutsche Bank, Deutsche Bahn",
        "Store 12, Store 13",
        "Acorn, Acorn Labs",
        "North Ridge Foods, North Ridge Tools",
    })
    void names_that_only_begin_alike_are_not(String one, String other) {
        assertThat(likeness(one, other)).isZero();
    }

    private static double likeness(String one, String other) {
        return CompanyName.of(one).likeness(CompanyName.of(other));
    }
}
