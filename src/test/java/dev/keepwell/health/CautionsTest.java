package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Caution.Kind;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Status;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CautionsTest {

    private static final Catalogue CATALOGUE = Catalogue.packaged();
    private static final int ACCOUNTS = 40;

    private final Random random = new Random(5);

    @Test
    void a_group_that_decides_alone() {
        assertThat(found(Kind.HEAVY_GROUP, weighing(41, 39, 20), ACCOUNTS, this::anything))
                .extracting(Caution::place)
                .containsExactly("usage");
        assertThat(found(Kind.HEAVY_GROUP, weighing(40, 40, 20), ACCOUNTS, this::anything))
                .isEmpty();
    }

    @Test
    void two_measures_that_say_the_same() {
        BiFunction<String, Integer, Double> alike =
                (metric, i) -> metric.equals("csat") ? i + random.nextDouble() : i * 2.0;
        BiFunction<String, Integer, Double> opposed =
                (metric, i) -> metric.equals("mau") ? 80.0 - i : i * 2.0;

        assertThat(found(Kind.CORRELATED, weighing(1, 1, 1), ACCOUNTS, alike))
                .extracting(Caution::text)
                .hasSize(3)
                .first()
                .asString()
                .contains("over 40 accounts");
        assertThat(found(Kind.CORRELATED, weighing(1, 1, 1), ACCOUNTS, this::anything)).isEmpty();
        assertThat(found(Kind.CORRELATED, weighing(1, 1, 1), 19, alike)).isEmpty();
        assertThat(found(Kind.CORRELATED, weighing(1, 1, 1), ACCOUNTS, opposed))
                .extracting(Caution::place)
                .containsExactly("nps");
    }

    @Test
    void a_measure_that_few_accounts_answer() {
        assertThat(found(Kind.THIN_MEASURE, weighing(1, 1, 1), ACCOUNTS, answering(23)))
                .extracting(Caution::place)
                .containsExactly("csat");
        assertThat(found(Kind.THIN_MEASURE, weighing(1, 1, 1), ACCOUNTS, answering(24))).isEmpty();
    }

    @Test
    void a_model_of_usage_alone() {
        var usage = Given.group("usage", 1, Given.measure("mau", 1), Given.measure("wau", 1));
        var voice = Given.group("voice", 1, Given.measure("nps", 1));
        var watched = Given.group("voice", 0, Given.measure("nps", 1));

        assertThat(found(Kind.USAGE_ONLY, Given.model(usage), ACCOUNTS, this::anything)).hasSize(1);
        assertThat(found(Kind.USAGE_ONLY, Given.model(usage, watched), ACCOUNTS, this::anything))
                .hasSize(1);
        assertThat(found(Kind.USAGE_ONLY, Given.model(usage, voice), ACCOUNTS, this::anything))
                .isEmpty();
    }

    @Test
    void a_metric_that_nobody_knows() {
        var unknown = Given.model(Given.group("voice", 1, Given.measure("moon_phase", 1)));

        assertThat(found(Kind.UNKNOWN_METRIC, unknown, ACCOUNTS, this::anything))
                .extracting(Caution::place)
                .containsExactly("moon_phase");
        assertThat(found(Kind.UNKNOWN_METRIC, weighing(1, 1, 1), ACCOUNTS, this::anything))
                .isEmpty();
    }

    private static Model weighing(double usage, double voice, double support) {
        return Given.model(
                Given.group("usage", usage, Given.measure("mau", 1)),
                Given.group("voice", voice, Given.measure("nps", 1)),
                Given.group("support", support, Given.measure("csat", 1)));
    }

    private double anything(String metric, int account) {
        return random.nextDouble(100);
    }

    /// Of forty accounts the first so many have said something about support.
    private BiFunction<String, Integer, Double> answering(int many) {
        return (metric, i) -> metric.equals("csat") && i >= many ? null : anything(metric, i);
    }

    private static List<Caution> found(
            Kind kind, Model model, int accounts, BiFunction<String, Integer, Double> values) {
        var facts = IntStream.range(0, accounts).mapToObj(it -> facts(model, it, values)).toList();
        var evidence = new Evidence(Cautions.counting(model));
        evidence.add(Consequences.judge(model, facts, Map.of()));
        return Cautions.of(model, CATALOGUE, evidence).stream()
                .filter(it -> it.kind() == kind)
                .toList();
    }

    private static Facts facts(
            Model model, int account, BiFunction<String, Integer, Double> values) {
        var observed =
                model.metrics().stream()
                        .map(it -> {
                            var value = values.apply(it.value(), account);
                            return value == null
                                    ? Given.unknown(it.value(), Status.NO_DATA)
                                    : Given.is(it.value(), value);
                        })
                        .toList();
        return Facts.of(new AccountId("a" + account), Given.TODAY, observed, Map.of());
    }
}
