package dev.keepwell.story;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.story.FaultyProxy.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Six published SDKs send events, of which only the host was changed, while the server goes away
/// and comes back, while requests are refused with a 503 and while answers are lost on their way.
/// Afterwards each event is stored exactly once.
///
/// What an SDK reports as failed may be stored or not: its answer may have been lost. All else has
/// to be there, also what an SDK never tells about. How long each of them waits for an absent
/// server, and what it then drops, is their nature; [Sdk] says how each is carried over.
class SdkTest {

    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final long PAUSE_MS = 100;

    @TempDir private Path folder;

    private final Map<Sdk, FaultyProxy> proxies = new EnumMap<>(Sdk.class);
    private final Map<Sdk, Process> senders = new EnumMap<>(Sdk.class);
    private int count;

    @AfterEach
    void sendNobodyOn() throws IOException {
        senders.values().forEach(Process::destroyForcibly);
        for (var proxy : proxies.values()) {
            proxy.close();
        }
    }

    /// Most of a minute, in which the Java SDKs sleep.
    @Test
    void each_event_is_stored_once_across_a_restart() throws Exception {
        try (var server = new ServerProcess(folder.resolve("home"))) {
            // A single fault of each kind: the Java SDKs wait fifteen seconds and more after one.
            start(server, 300, 10, 1_000);
            await(() -> proxies.values().stream().allMatch(it -> it.tally().requests() > 3));
            server.restart();

            finish(server, "small");
        }
    }

    @Test
    @Tag("long")
    void ten_thousand_events_each_are_stored_once_though_the_server_is_killed() throws Exception {
        try (var server = new ServerProcess(folder.resolve("home"))) {
            start(server, 10_000, 180, 10);
            for (int i = 1; i <= 5; i++) {
                var kill = i * 250;
                await(() -> answered() > kill || isOver());
                server.killAndStart();
            }

            finish(server, "long");
        }
    }

    private void start(ServerProcess server, int events, int seconds, int each) throws Exception {
        count = events;
        for (var sdk : Sdk.values()) {
            var proxy = new FaultyProxy(server.port(), new Plan(sdk.absence(), each, 3, 6));
            proxies.put(sdk, proxy);
            var wish = Map.of("name", sdk.name(), "write_key", true);
            var key = server.post("/tokens", wish).path("token").asString();
            var order = new Sdk.Order(proxy.address(), key, count, seconds, out(sdk));
            senders.put(sdk, sdk.start(order));
        }
    }

    /// Waits until nobody has anything to say any more, and compares.
    private void finish(ServerProcess server, String name) throws Exception {
        for (var sdk : Sdk.values()) {
            assertThat(senders.get(sdk).waitFor(PATIENCE)).as("%s ends", sdk).isTrue();
            assertThat(senders.get(sdk).exitValue()).as("%s", Sdk.words(out(sdk))).isZero();
        }
        await(() -> server.get("/ingest/balance").path("waiting").asLong() == 0);
        var balance = server.get("/ingest/balance");
        var stored = stored(server);
        var ids = Set.copyOf(stored);
        var ledgers = ledgers();
        report(name, ledgers, balance, ids);

        assertThat(stored).doesNotHaveDuplicates();
        assertThat(given(ledgers)).containsAll(stored);
        for (var ledger : ledgers) {
            assertThat(ledger.told()).as("%s was given all", ledger.sdk()).hasSize(count);
            assertThat(ledger.missing(ids)).as("%s", ledger.sdk()).isEmpty();
            assertThat(ledger.here(ids)).as("%s", ledger.sdk()).isGreaterThan(count / 2);
        }
        assertThat(balance.path("balanced").asBoolean()).as("%s", balance).isTrue();
        assertThat(balance.path("stored").asLong()).as("%s", balance).isEqualTo(stored.size());
        assertThat(balance.path("set_aside").asLong()).as("%s", balance).isZero();
        assertThat(balance.path("duplicate").asLong()).as("%s", balance).isPositive();
    }

    /// The message ids, each as often as it is stored.
    private static List<String> stored(ServerProcess server) throws Exception {
        var ids = new ArrayList<String>();
        for (var line : server.text("/exports/events?format=ndjson").lines().toList()) {
            ids.add(JsonMapper.shared().readTree(line).path("messageId").asString());
        }
        return ids;
    }

    private List<SdkLedger> ledgers() throws Exception {
        var ledgers = new ArrayList<SdkLedger>();
        for (var sdk : Sdk.values()) {
            ledgers.add(SdkLedger.read(sdk, out(sdk)));
        }
        return ledgers;
    }

    private static Set<String> given(List<SdkLedger> ledgers) {
        return ledgers.stream().flatMap(it -> it.told().keySet().stream()).collect(toSet());
    }

    /// Kept for whoever wants the figures.
    private void report(String name, List<SdkLedger> ledgers, JsonNode balance, Set<String> stored)
            throws Exception {
        var lines = new ArrayList<String>();
        for (var ledger : ledgers) {
            lines.add(ledger.line(stored, proxies.get(ledger.sdk()).tally()));
        }
        lines.add(balance.toString());
        Files.write(Path.of("target", "sdks", name + ".txt"), lines);
    }

    private Path out(Sdk sdk) {
        return folder.resolve(sdk + ".txt");
    }

    private int answered() {
        return proxies.values().stream().mapToInt(it -> it.tally().answered()).sum();
    }

    private boolean isOver() {
        return senders.values().stream().noneMatch(Process::isAlive);
    }

    private static void await(Callable<Boolean> condition) throws Exception {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            TimeUnit.MILLISECONDS.sleep(PAUSE_MS);
        }
    }
}
