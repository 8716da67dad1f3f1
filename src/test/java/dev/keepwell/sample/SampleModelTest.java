package dev.keepwell.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SampleModelTest {

    @Test
    void only_two_curves_differ_from_the_default_model() throws IOException {
        var ours = measures(SampleCompany.model());
        var usual = measures(Files.readString(Path.of("catalog/models/default.yaml")));

        assertThat(ours).hasSameSizeAs(usual);
        var different = new ArrayList<String>();
        for (int i = 0; i < ours.size(); i++) {
            if (!ours.get(i).equals(usual.get(i))) {
                different.add(usual.get(i).strip());
            }
        }
        assertThat(different).containsExactly("curve: [[7, 100], [60, 0]]", "curve: identity");
    }

    @Test
    void under_the_default_curve_no_touches_make_engagement_85() {
        var reached = new ArrayList<String>();
        for (int days = 0; days <= 400; days++) {
            double points = Math.clamp((60 - days) * 100 / 53.0, 0, 100);
            for (int target : List.of(2, 3, 4)) {
                for (int touches = 0; touches <= target; touches++) {
                    double engagement = 0.6 * points + 0.4 * 100 * touches / target;
                    if (Math.round(engagement * 10) == 850) {
                        reached.add("%d days, %d of %d".formatted(days, touches, target));
                    }
                }
            }
        }
        assertThat(reached).isEmpty();
    }

    @Test
    void under_the_identity_no_acts_make_advocacy_68_5() {
        for (int points = 0; points <= 60; points++) {
            double score = Math.min(100, 100 * points / 12.0);
            assertThat(Math.round(score * 10)).isNotEqualTo(685);
        }
    }

    /// Comments differ, and that is what they are for.
    private static List<String> measures(String yaml) {
        return yaml.lines()
                .map(it -> it.startsWith("#") ? "" : it)
                .map(it -> it.replaceFirst("\\s+#.*", ""))
                .filter(it -> !it.isBlank())
                .toList();
    }
}
