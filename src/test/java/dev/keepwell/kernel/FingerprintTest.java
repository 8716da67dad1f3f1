package dev.keepwell.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void the_borders_between_the_texts_count() {
        assertThat(Fingerprint.of("ab", "c").hex()).isNotEqualTo(Fingerprint.of("a", "bc").hex());
    }

    @Test
    void an_id_can_be_derived_again_by_anyone() {
        assertThat(Fingerprint.of("default", "account", "csv", "A1").id("acc"))
                .isEqualTo(Fingerprint.of("default", "account", "csv", "A1").id("acc"))
                .matches("acc_[0-9A-HJKMNP-TV-Z]{26}");
    }
}
