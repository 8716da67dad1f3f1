package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.keepwell.source.event.FuzzedDoor.Target;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Jazzer looks for bytes that the door stumbles over, led by which branches they reach. It runs in
/// a process of its own, for it changes the classes it watches.
class FuzzTest {

    private static final Pattern DONE = Pattern.compile("Done (\\d+) runs");
    private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");
    private static final Duration START = Duration.ofMinutes(10);

    /// Without what it is to watch, it sees nothing and finds nothing.
    private static final int BRANCHES_MIN = 20;

    @TempDir private Path corpus;

    @BeforeEach
    void only_where_it_runs() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "Jazzer is run on amd64 alone.");
    }

    @Test
    void nothing_is_found_in_seconds() throws Exception {
        fuzz(Target.ANY, Duration.ofSeconds(10));
    }

    @ParameterizedTest
    @EnumSource(names = {"BATCH", "UNPACKING", "TIMING", "KEYS"})
    @Tag("long")
    void nothing_is_found_in_minutes(Target target) throws Exception {
        fuzz(target, Duration.ofSeconds(Integer.getInteger("keepwell.trials.fuzz", 180)));
    }

    private void fuzz(Target target, Duration time) throws Exception {
        sow(target);
        var log = corpus.resolveSibling(corpus.getFileName() + ".log");
        var fuzzer = start(target, time, log);
        var ended = fuzzer.waitFor(START.plus(time));
        fuzzer.destroyForcibly();
        var said = Files.readString(log, StandardCharsets.UTF_8);
        Files.delete(log);

        assertThat(ended && fuzzer.exitValue() == 0).as(said).isTrue();
        var runs = last(DONE, said);
        var coverage = last(COVERAGE, said);
        System.out.printf("%s: %,d runs, %d branches reached%n", target, runs, coverage);
        assertThat(runs).isPositive();
        assertThat(coverage).isGreaterThan(BRANCHES_MIN);
    }

    private Process start(Target target, Duration time, Path log) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:+EnableDynamicAgentLoading",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dkeepwell.fuzz=" + target,
                        "-cp",
                        System.getProperty("java.class.path"),
                        "com.code_intelligence.jazzer.Jazzer",
                        "--target_class=" + FuzzedDoor.class.getName(),
                        "--instrumentation_includes=dev.keepwell.**"
                                + File.pathSeparator
                                + "tools.jackson.**",
                        "-max_total_time=" + time.toSeconds(),
                        "-artifact_prefix=" + corpus + "/found-",
                        corpus.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
    }

    /// It begins with what senders really say.
    private void sow(Target target) throws IOException {
        int number = 0;
        for (var seed : seeds(target)) {
            Files.write(corpus.resolve("seed-" + number++), seed);
        }
    }

    private static List<byte[]> seeds(Target target) {
        return switch (target) {
            case ANY ->
                    Stream.of(Target.BATCH, Target.UNPACKING, Target.TIMING, Target.KEYS)
                            .flatMap(it -> seeds(it).stream().map(seed -> behind(it, seed)))
                            .toList();
            case BATCH ->
                    List.of(
                            utf8(
                                    "\0{\"batch\":[{\"type\":\"track\",\"event\":\"A\",\"userId\":"
                                            + "\"u\",\"messageId\":\"m\",\"timestamp\":\""
                                            + "2026-02-28T10:00:00.123+01:00\",\"properties\":"
                                            + "{\"account_id\":\"a\",\"n\":-1.5e3}}],\"sentAt\":"
                                            + "\"2026-03-01T10:00:00Z\",\"context\":"
                                            + "{\"groupId\":\"g\"},\"writeKey\":\"k\"}"),
                            utf8(
                                    "\2{\"api_key\":\"k\",\"batch\":[{\"event\":\"$identify\","
                                            + "\"distinct_id\":\"u\",\"properties\":"
                                            + "{\"$anon_distinct_id\":\"a\",\"$groups\":"
                                            + "{\"company\":\"c\"}}}]}"),
                            utf8("\7{\"userId\":\"u\",\"groupId\":7,\"traits\":{\"a\":[1]}}"));
            case UNPACKING -> List.of(packed(utf8("{\"batch\":[]}")), utf8("gzip"), utf8("{}"));
            case TIMING ->
                    List.of(
                            utf8("2026-03-01T10:00:00.123456Z|2026-03-01T09:00:00+01:00"),
                            utf8("+9999999-01-01T00:00:00Z|0000-01-01T00:00:00-18:00"));
            case KEYS -> List.of(utf8("Basic a3dfd3JpdGVfMTo="), utf8("Bearer kw_write_1"));
        };
    }

    private static byte[] behind(Target target, byte[] seed) {
        var seeds = new java.io.ByteArrayOutputStream();
        seeds.write(target.ordinal() - 1);
        seeds.writeBytes(seed);
        return seeds.toByteArray();
    }

    private static byte[] packed(byte[] text) {
        var packed = new java.io.ByteArrayOutputStream();
        try (var gzip = new java.util.zip.GZIPOutputStream(packed)) {
            gzip.write(text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return packed.toByteArray();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static int last(Pattern what, String said) {
        return what.matcher(said)
                .results()
                .mapToInt(it -> Integer.parseInt(it.group(1)))
                .reduce(0, (_, last) -> last);
    }
}
