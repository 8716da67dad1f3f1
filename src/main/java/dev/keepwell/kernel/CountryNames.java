package dev.keepwell.kernel;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Names of countries in the languages that files are written in, brought to ISO 3166 codes.
public final class CountryNames {

    private static final List<String> LANGUAGES =
            List.of("en", "de", "fr", "es", "it", "pt", "nl", "pl", "sv", "da");

    private static final Map<String, String> COMMON =
            Map.of(
                    "usa", "US",
                    "u.s.a.", "US",
                    "u.s.", "US",
                    "united states of america", "US",
                    "uk", "GB",
                    "u.k.", "GB",
                    "great britain", "GB",
                    "england", "GB",
                    "holland", "NL",
                    "czech republic", "CZ");

    private static final Set<String> NAMES = new TreeSet<>();
    private static final Map<String, String> CODES = codes();

    private CountryNames() {}

    private static Map<String, String> codes() {
        var codes = new HashMap<String, String>();
        for (var code : Locale.getISOCountries()) {
            var country = Locale.of("", code);
            codes.put(code.toLowerCase(Locale.ROOT), code);
            codes.put(country.getISO3Country().toLowerCase(Locale.ROOT), code);
            for (var language : LANGUAGES) {
                var name = country.getDisplayCountry(Locale.of(language));
                codes.putIfAbsent(name.toLowerCase(Locale.ROOT), code);
                NAMES.add(name);
            }
        }
        codes.putAll(COMMON);
        return codes;
    }

    /// `Germany`, `Deutschland`, `DEU` and `de` are `DE`.
    public static Optional<String> code(String text) {
        return Optional.ofNullable(CODES.get(text.strip().toLowerCase(Locale.ROOT)));
    }

    /// Every name that is understood.
    public static Set<String> names() {
        return Collections.unmodifiableSet(NAMES);
    }
}
