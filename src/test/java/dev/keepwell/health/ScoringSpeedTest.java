package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Observation;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Prints how long a hundred thousand account-days take to score under the default model. How fast
/// a machine is, no test asserts.
@Tag("long")
class ScoringSpeedTest {

    private static final int ACCOUNTS = 1_000;
    private static final int DAYS = 100;

    @Test
    void a_hundred_thousand_account_days_are_scored() {
        var model = Given.version(Given.defaultModel());
        var days = new ArrayList<List<Facts>>();
        var random = new Random(42);
        for (int i = 0; i < DAYS; i++) {
            days.add(day(model.model(), Given.TODAY.plusDays(i), random));
        }
        score(model, days);

        var start = System.nanoTime();
        var scored = score(model, days);

        var took = Duration.ofNanos(System.nanoTime() - start).toMillis();
        System.out.printf(
                "Scoring, %,d account-days: %d ms, %.1f microseconds each%n",
                scored, took, 1000.0 * took / scored);
        assertThat(scored).isEqualTo(ACCOUNTS * DAYS);
    }

    private static int score(ModelVersion model, List<List<Facts>> days) {
        var closing = new Closing(model, Map.of());
        return days.stream().mapToInt(it -> closing.close(it).size()).sum();
    }

    private static List<Facts> day(Model model, LocalDate day, Random random) {
        var facts = new ArrayList<Facts>();
        for (int i = 0; i < ACCOUNTS; i++) {
            var observed =
                    model.metrics().stream()
                            .filter(_ -> random.nextInt(10) > 0)
                            .map(it -> (Observation) Given.is(it.value(), random.nextDouble(100)))
                            .toList();
            facts.add(Facts.of(new AccountId("a" + i), day, observed, Map.of()));
        }
        return facts;
    }
}
