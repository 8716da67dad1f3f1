package dev.keepwell.source.event;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What it costs to read a batch of 500 events of an SDK before it is answered.
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class ParsingBenchmark {

    private final byte[] batch =
            IntStream.range(0, 500)
                    .mapToObj(ParsingBenchmark::event)
                    .collect(Collectors.joining(",", "{\"batch\":[", "]}"))
                    .getBytes(StandardCharsets.UTF_8);

    @Benchmark
    public Object a_batch_of_500_events() {
        return Body.of(batch, Route.BATCH);
    }

    private static String event(int number) {
        return """
        {"type":"track","event":"Report Exported","messageId":"node-next-1795294783278-%d",\
        "userId":"u-%d","timestamp":"2026-03-01T10:00:00.000Z","integrations":{},\
        "properties":{"format":"csv","rows":10321,"revenue":19.99,"currency":"USD"},\
        "context":{"groupId":"acct-%d","ip":"203.0.113.9"}}\
        """
                .formatted(number, number % 100, number % 50);
    }
}
