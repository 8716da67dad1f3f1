package dev.keepwell.customer;

import dev.keepwell.kernel.CountryNames;
import dev.keepwell.kernel.Suggestion;

/// Names of countries, brought to ISO 3166 codes or refused.
final class Countries {

    private Countries() {}

    static String code(String text) {
        return CountryNames.code(text)
                .orElseThrow(() ->
                        new Unfit(
                                "unknown_country",
                                "There is no country '%s'.%s Write its name or its ISO 3166 code."
                                        .formatted(
                                                text.strip(),
                                                Suggestion.forWord(
                                                        text.strip(), CountryNames.names()))));
    }
}
