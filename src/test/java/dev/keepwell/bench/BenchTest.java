package dev.keepwell.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import tools.jackson.databind.json.JsonMapper;

/// The benchmark runs from end to end and tells what it measured. How fast a machine is, no test
/// asserts.
class BenchTest {

    @TempDir private Path folder;

    @Test
    void a_million_events_are_measured() {
        var told =
                printed(
                        "--events=1000000",
                        "--accounts=1000",
                        "--rounds=1",
                        "--load-seconds=0.3",
                        "--part=usage,ingest",
                        "--folder=" + folder,
                        "--json");

        var report = JsonMapper.shared().readTree(told);
        assertThat(report.path("machine").asString()).contains("processors");
        assertThat(report.path("budgets"))
                .hasSize(5)
                .allSatisfy(it -> {
                    assertThat(it.path("name").asString()).isNotEmpty();
                    assertThat(it.path("median").asDouble()).isPositive();
                    assertThat(it.path("max").asDouble())
                            .isGreaterThanOrEqualTo(it.path("min").asDouble());
                });
    }

    private static String printed(String... words) {
        var before = System.out;
        var bytes = new ByteArrayOutputStream();
        try (var out = new PrintStream(bytes, true, StandardCharsets.UTF_8)) {
            System.setOut(out);
            var line = new CommandLine(new Bench()).setCaseInsensitiveEnumValuesAllowed(true);
            assertThat(line.execute(words)).isZero();
        } finally {
            System.setOut(before);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
