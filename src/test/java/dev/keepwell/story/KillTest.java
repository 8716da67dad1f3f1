package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The process is killed at random moments of an import and of a run, the bundled database with it
/// left behind as an orphan. Afterwards everything is as if nothing had happened.
class KillTest {

    private static final Path RAVENSTACK = Path.of("..", "shared", "data", "ravenstack");

    @TempDir private Path folder;

    @Test
    @Tag("long")
    void a_small_company_survives_being_killed() throws Exception {
        var files = Files.createDirectory(folder.resolve("company"));
        new Company(20_250_101).write(files);
        var model = Files.writeString(folder.resolve("model.yaml"), Company.model());
        var street =
                new Street(
                        List.of("import", files.toString()),
                        List.of("model", "apply", model.toString()),
                        List.of("run", "--from", "2025-03-17", "--to", Company.TO));

        assertThatKillsLeaveNoTrace(street, 4, 1);
    }

    @Test
    @Tag("long")
    void ravenstack_survives_being_killed_twenty_times() throws Exception {
        assumeTrue(Files.isDirectory(RAVENSTACK), "The RavenStack data is not here.");
        var street =
                new Street(
                        List.of("import", RAVENSTACK.toString(), "--map", "ravenstack"),
                        List.of("model", "apply", "samples/ravenstack-model.yaml"),
                        List.of("run", "--from", "2023-01-01", "--to", "2024-12-31"));

        assertThatKillsLeaveNoTrace(street, 20, 2);
        // The small company has no row that could be set aside, this one has.
        assertThat(at("troubled").rejections()).isEqualTo(at("calm").rejections()).isNotEmpty();
    }

    private Keepwells at(String home) {
        return new Keepwells(folder.resolve(home));
    }

    private record Street(List<String> imports, List<String> models, List<String> runs) {}

    private void assertThatKillsLeaveNoTrace(Street street, int kills, long seed) throws Exception {
        var calm = at("calm");
        var importTime = calm.finish(street.imports());
        calm.finish(street.models());
        var runTime = calm.finish(street.runs());

        var troubled = at("troubled");
        var random = new Random(seed);
        troubled.kill(street.imports(), random, kills / 2, importTime);
        troubled.finish(street.imports());
        troubled.finish(street.models());
        troubled.kill(street.runs(), random, kills - kills / 2, runTime);
        troubled.finish(street.runs());

        assertThat(troubled.records()).isEqualTo(calm.records());
        assertThat(troubled.ledger()).isEqualTo(calm.ledger()).isNotEmpty();
    }

    /// Runs the real program as a process of its own, over and over, on one home.
    private record Keepwells(Path home) {

        private static final int ROWS_REJECTED = 5;

        /// Runs to the end and answers with the milliseconds it took.
        long finish(List<String> command) throws Exception {
            var started = System.nanoTime();
            var exit = start(command, "out").waitFor();
            assertThat(exit).as(String.join(" ", command)).isIn(0, ROWS_REJECTED);
            return (System.nanoTime() - started) / 1_000_000;
        }

        void kill(List<String> command, Random random, int times, long within) throws Exception {
            for (int i = 0; i < times; i++) {
                var process = start(command, "killed");
                var moment = Duration.ofMillis(random.nextLong(within));
                if (!process.waitFor(moment)) {
                    process.destroyForcibly().waitFor();
                }
            }
        }

        /// Without what an import calls itself and when a version was replaced.
        List<String> records() throws Exception {
            return export("records").stream()
                    .map(line ->
                            line.replaceAll(
                                    "\"(version|import_id|recorded_at|superseded_at)\":"
                                            + "(\"[^\"]*\"|null)",
                                    ""))
                    .sorted()
                    .toList();
        }

        List<String> ledger() throws Exception {
            return export("ledger").stream().sorted().toList();
        }

        List<String> rejections() throws Exception {
            return export("dead-letters").stream()
                    .map(line -> line.replaceAll("\"(id|first_seen)\":(\"[^\"]*\"|\\d+)", ""))
                    .sorted()
                    .toList();
        }

        private List<String> export(String what) throws Exception {
            finish(List.of("export", what, "--format", "ndjson"));
            return Files.readAllLines(home.resolveSibling(home.getFileName() + ".out"));
        }

        private Process start(List<String> command, String ending) throws IOException {
            var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
            var line =
                    new ArrayList<>(
                            List.of(
                                    java,
                                    "-Xmx512m",
                                    "--enable-native-access=ALL-UNNAMED",
                                    "-cp",
                                    System.getProperty("java.class.path"),
                                    "dev.keepwell.Keepwell"));
            line.addAll(command);
            var process = new ProcessBuilder(line);
            process.environment().put("KEEPWELL_HOME", home.toString());
            process.environment().remove("KEEPWELL_DATABASE_URL");
            process.redirectOutput(home.resolveSibling(home.getFileName() + "." + ending).toFile());
            process.redirectError(home.resolveSibling(home.getFileName() + ".err").toFile());
            return process.start();
        }
    }
}
