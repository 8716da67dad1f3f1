package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.sample.SampleCompany;
import dev.keepwell.spark.SparkHouse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that sends its jobs to a cluster closes the days that it closes by itself.
@Tag("long")
class RunOnSparkTest {

    private static final Instant NOW = Instant.parse("2026-02-11T08:00:00Z");
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final int OTHERS = 12;

    private final SampleCompany company = new SampleCompany(SampleCompany.SEED, NOW, OTHERS);

    @TempDir private Path folder;

    @Test
    void a_day_whose_cluster_dies_is_closed_once_and_as_without_one() throws Exception {
        company.write(folder.resolve("files"));
        List<String> alone;
        try (var server = new ServerProcess(home("alone"), "512m")) {
            bring(server);
            await(server, run(server));
            alone = scores(server);
        }
        try (var house = new SparkHouse();
                var server = new ServerProcess(home("on-spark"), "512m", settings(house))) {
            assertThat(server.text("/checks")).contains("spark at plain://");
            bring(server);
            var job = run(server);
            until(() -> exchanged() > 20);
            house.loseConnectServer();
            house.startConnectServer();
            await(server, job);

            assertThat(scores(server)).isEqualTo(alone);
            assertThat(Files.readString(folder.resolve("serve.log"))).contains("begins anew");
            assertThat(exchanged()).isZero();
        }
    }

    private Path home(String name) throws IOException {
        return Files.createDirectory(folder.resolve(name));
    }

    private Map<String, String> settings(SparkHouse house) throws IOException {
        var token = Files.writeString(folder.resolve("token"), SparkHouse.TOKEN + "\n");
        return Map.of(
                "KEEPWELL_WAREHOUSE_ENGINE",
                "spark",
                "KEEPWELL_WAREHOUSE_REMOTE",
                "sc://127.0.0.1:" + house.port(),
                "KEEPWELL_WAREHOUSE_TOKEN_FILE",
                token.toString(),
                "KEEPWELL_WAREHOUSE_FOLDER",
                Path.of("spark/target/engine").toAbsolutePath() + "");
    }

    private void bring(ServerProcess server) throws Exception {
        var order = Map.of("complete_until", company.today().toString());
        var path = "/imports/" + server.post("/imports", order).path("id").asString();
        try (var files = Files.list(folder.resolve("files"))) {
            for (var file : files.sorted().toList()) {
                server.upload(path + "/files/" + file.getFileName(), file);
            }
        }
        await(server, server.post(path + "/start", Map.of()).path("id").asString());
    }

    private String run(ServerProcess server) throws Exception {
        var day = company.today().minusDays(1).toString();
        return server.post("/runs", Map.of("from", day, "to", day)).path("id").asString();
    }

    private List<String> scores(ServerProcess server) throws Exception {
        var scores = new ArrayList<String>();
        var day = company.today().minusDays(1);
        for (var account : server.get("/accounts?limit=100").path("data")) {
            var path = "/accounts/%s/health?as_of=%s".formatted(account.path("id").asString(), day);
            scores.add(server.text(path));
        }
        assertThat(scores).hasSizeGreaterThan(OTHERS);
        return scores;
    }

    /// The files of the sessions that are open.
    private long exchanged() {
        var exchange = folder.resolve("on-spark").resolve("exchange");
        if (!Files.isDirectory(exchange)) {
            return 0;
        }
        try (var files = Files.walk(exchange, 2)) {
            return files.count() - 1;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void await(ServerProcess server, String job) {
        until(() -> {
            try {
                var state = server.get("/jobs/" + job).path("state").asString();
                assertThat(state).isNotEqualTo("failed");
                return state.equals("done");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
    }

    private static void until(BooleanSupplier reached) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.getAsBoolean()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }
}
