package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Observation;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one account costs on one day: a value on a curve, and all of the default model.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ScoringBenchmark {

    private final Curve.Linear curve = Given.linear(0, 0, 0.2, 40, 0.5, 80, 1, 100);
    private final ModelVersion model = Given.version(Given.defaultModel());
    private final Random random = new Random(42);
    private final Facts facts =
            Facts.of(
                    new AccountId("acorn"),
                    Given.TODAY,
                    model.model().metrics().stream()
                            .map(it -> (Observation) Given.is(it.value(), random.nextDouble(100)))
                            .toList(),
                    Map.of());
    private double value;

    @Benchmark
    public OptionalDouble points_on_a_curve() {
        value = value > 1 ? 0 : value + 0.001;
        return curve.points(value);
    }

    @Benchmark
    public Object an_account_on_a_day() {
        return Scoring.score(model, facts, Given.FRESH);
    }
}
