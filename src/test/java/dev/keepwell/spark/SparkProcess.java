package dev.keepwell.spark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/// One program of Spark as a process of its own, which is ready when it says so.
final class SparkProcess implements AutoCloseable {

    /// Made by `./keepwell test` of what Maven Central has.
    static final Path HOME = Path.of("target", "spark").toAbsolutePath();

    /// Warnings, and who is ready. What Spark tells of itself takes a good part of its time.
    static final String LOGGING =
            "-Dlog4j2.configurationFile="
                    + Path.of("spark", "cluster", "log4j2.properties").toAbsolutePath();

    private static final List<String> FLAGS =
            List.of(
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "--enable-native-access=ALL-UNNAMED",
                    "--add-opens=java.base/java.nio=ALL-UNNAMED",
                    "--add-opens=java.base/sun.nio.ch=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "--add-opens=java.base/java.util=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang.invoke=ALL-UNNAMED",
                    "--add-opens=java.base/sun.util.calendar=ALL-UNNAMED");

    private final Process process;
    private final CompletableFuture<String> ready = new CompletableFuture<>();

    /// Starts a class of Spark, and hears that it is ready when a line holds the word.
    SparkProcess(Path log, String heap, List<String> rest, String word) {
        try {
            var command = new ArrayList<>(List.of(ProcessHandle.current().info().command().get()));
            command.addAll(FLAGS);
            command.add("-Xmx" + heap);
            command.add(LOGGING);
            command.addAll(List.of("-cp", HOME.resolve("jars") + "/*"));
            if (rest.getFirst().contains("Master")) {
                command.add("-Dspark.master.rest.enabled=false");
            }
            command.addAll(rest);
            var builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("SPARK_HOME", HOME.toString());
            builder.environment().put("SPARK_LOCAL_IP", "127.0.0.1");
            builder.environment().put("SPARK_SCALA_VERSION", "2.13");
            process = builder.start();
            Thread.ofPlatform().daemon().start(() -> read(log, word));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read(Path log, String word) {
        try (BufferedReader lines = process.inputReader();
                var out = Files.newBufferedWriter(log)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                out.write(line + "\n");
                out.flush();
                if (line.contains(word)) {
                    ready.complete(line);
                }
            }
        } catch (IOException e) {
            ready.completeExceptionally(e);
        }
        ready.completeExceptionally(new IllegalStateException("It ended; see " + log));
    }

    SparkProcess awaited() {
        ready.orTimeout(120, TimeUnit.SECONDS).join();
        return this;
    }

    /// As a machine ends it that loses power.
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }
}
