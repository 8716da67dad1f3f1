package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Countries and domains, as people write them.
class PlacesTest {

    @ParameterizedTest
    @CsvSource({
        "Germany, DE",
        "Deutschland, DE",
        "deu, DE",
        " de , DE",
        "USA, US",
        "Österreich, AT",
        "Côte d’Ivoire, CI",
        "UK, GB"
    })
    void a_country_is_known_by_its_names_and_codes(String written, String code) {
        assertThat(Countries.code(written)).isEqualTo(code);
    }

    @Test
    void a_misspelt_country_is_refused_with_the_nearest_name() {
        assertThatThrownBy(() -> Countries.code("Deutchland"))
                .isInstanceOf(Unfit.class)
                .hasMessage(
                        "There is no country 'Deutchland'. Did you mean 'Deutschland'?"
                                + " Write its name or its ISO 3166 code.");
    }

    @ParameterizedTest
    @CsvSource({
        "acme.com, acme.com", "https://www.Acme.com/about?x=1, acme.com",
        "ann@mail.acme.co.uk, mail.acme.co.uk", "http://acme.com:8080, acme.com",
        "münchen.de, xn--mnchen-3ya.de"
    })
    void a_domain_is_known_by_its_addresses(String written, String domain) {
        assertThat(Domains.domain(written)).isEqualTo(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"acme", "n/a", "acme .com", "-", "..", "acme.c", "1.2.3.4"})
    void what_is_no_domain_is_refused(String written) {
        assertThatThrownBy(() -> Domains.domain(written))
                .isInstanceOf(Unfit.class)
                .extracting("reason")
                .isEqualTo("not_a_domain");
    }
}
