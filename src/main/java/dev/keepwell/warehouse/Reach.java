package dev.keepwell.warehouse;

import dev.keepwell.kernel.Keys;
import dev.keepwell.workspace.Settings;
import java.util.Arrays;
import java.util.List;

/// How many days a fact looks back, as its file writes it: `0`, `30`, `monthly_active_days` or `7 *
/// slipping_quiet_weeks + 7 * slipping_established_weeks`.
record Reach(List<Term> terms) {

    /// So many times a number or a setting of the workspace.
    record Term(int times, String word) {

        int days(Settings settings) {
            return times * (isNumber(word) ? Integer.parseInt(word) : settings.number(word));
        }
    }

    static Reach parse(Keys keys) {
        return new Reach(
                Arrays.stream(keys.text("back").split(" \\+ ", -1))
                        .map(it -> term(keys, it.strip()))
                        .toList());
    }

    private static Term term(Keys keys, String text) {
        var factors = text.split(" \\* ", 2);
        var word = factors[factors.length - 1];
        var times = factors.length == 1 ? "1" : factors[0];
        if (!isNumber(times) || !(isNumber(word) || Settings.isKnown(word))) {
            throw keys.refusedAt(
                    "back",
                    "'%s' is neither a number of days nor a setting of catalog/settings.yaml, once"
                                    .formatted(text)
                            + " or some times, such as '7 * slipping_quiet_weeks'.");
        }
        return new Term(Integer.parseInt(times), word);
    }

    private static boolean isNumber(String word) {
        return word.matches("\\d{1,5}");
    }

    int days(Settings settings) {
        return terms.stream().mapToInt(it -> it.days(settings)).sum();
    }
}
