package dev.keepwell.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A load of events, with a book of its own of what was acknowledged; and the comparison of that
/// book with what is there afterwards. Both are programs of others, who know nothing of our code.
record Ledger(ChildServer server, String key, Path folder) {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Path TOOLS = Path.of("..", "shared", "tools", "reliability");

    static Path tool(String name) {
        var tool = TOOLS.resolve(name).toAbsolutePath().normalize();
        assumeTrue(Files.isRegularFile(tool), "The tool %s is not here.".formatted(name));
        return tool;
    }

    /// Sends for so long, and then until all that it began to send is acknowledged.
    Process send(Duration time, int threads, int seed) throws IOException {
        return new ProcessBuilder(
                        "python3",
                        tool("ledger.py").toString(),
                        server.url() + "/v1/batch",
                        key,
                        Double.toString(time.toMillis() / 1_000.0),
                        Integer.toString(threads),
                        Integer.toString(seed),
                        folder.toString())
                .redirectErrorStream(true)
                .redirectOutput(
                        ProcessBuilder.Redirect.appendTo(folder.resolve("sent.txt").toFile()))
                .start();
    }

    /// Waits until something more than so much is acknowledged: before, there is nothing to lose.
    void awaitMoreThan(long bytes) {
        ChildServer.await("an acknowledgement", PATIENCE, () -> acknowledged() > bytes);
    }

    /// How much is in the book, in bytes.
    long acknowledged() {
        return folder.resolve("acked.txt").toFile().length();
    }

    /// Nothing acknowledged is missing, nothing is there twice, nothing is there that was not sent.
    JsonNode reconcile() throws Exception {
        var balance = server.settled();
        assertThat(balance.path("balanced").asBoolean()).as(balance.toString()).isTrue();
        var events = folder.resolve("events.ndjson");
        var letters = folder.resolve("letters.ndjson");
        server.export("events", events);
        server.export("dead-letters", letters);
        var compared =
                new ProcessBuilder(
                                "python3",
                                tool("reconcile.py").toString(),
                                folder.toString(),
                                events.toString(),
                                letters.toString())
                        .start();
        var told = new String(compared.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        compared.waitFor();
        assertThat(told).contains("\"LOST\": 0", "\"DUPLICATE\": 0", "\"PHANTOM\": 0");
        var result = JsonMapper.shared().readTree(told);
        assertThat(result.path("acked").asInt()).isPositive();
        assertThat(balance.path("stored").asInt()).isEqualTo(result.path("stored").asInt());
        return result;
    }
}
