package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.job.Setback;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.spark.SparkHouse;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever goes wrong between the server and a cluster ends in a clear state.
class ClusterTest {

    private static final String ENDLESS =
            "select sum(a.id * b.id) as n from range(10000000) as a"
                    + " cross join range(10000000) as b";

    @TempDir private Path home;

    @Test
    void a_row_goes_to_the_cluster_and_comes_back() {
        try (var engine = engine(address(SparkHouse.TOKEN, false, Duration.ofMinutes(2)))) {
            engine.here().run("create schema fact");
            engine.here().run("create table fact.x as select 1 as a, cast(null as date) as b");
            engine.show("fact.x", Origin.here("fact.x"));
            engine.supply(new Relation("period", List.of("id integer"), List.of(List.of(7))));

            assertThat(engine.columns("select * from fact.x")).containsOnly("a", "b");
            assertThat(
                            engine.query(
                                    "select x.a, period.id from fact.x cross join period",
                                    (row, _) -> row.getInt(1) + row.getInt(2)))
                    .containsExactly(8);
            assertThat(engine.query("select a from fact.x where a > 1", (row, _) -> 1)).isEmpty();
            assertThat(exchanges()).hasSize(1);
        }
        assertThat(exchanges()).isEmpty();
    }

    @Test
    void a_session_sees_nothing_of_another() {
        var address = address(SparkHouse.TOKEN, false, Duration.ofMinutes(2));
        try (var one = engine(address);
                var other = engine(address)) {
            one.supply(new Relation("period", List.of("id integer"), List.of(List.of(7))));

            assertThatThrownBy(() -> other.query("select * from period", (row, _) -> 1))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("select * from period")
                    .hasStackTraceContaining("TABLE_OR_VIEW_NOT_FOUND");
        }
    }

    @Test
    void a_wrong_token_is_refused() {
        refuses(() -> engine(address("wrong", false, Duration.ofMinutes(1))), "cluster_token");
        refuses(() -> engine(address("", false, Duration.ofMinutes(1))), "cluster_token");
    }

    @Test
    void a_server_without_tls_is_refused_where_tls_is_wanted() {
        refuses(
                () -> engine(address(SparkHouse.TOKEN, true, Duration.ofMinutes(1))),
                "cluster_tls");
    }

    @Test
    void a_server_with_tls_is_refused_where_none_is_wanted() throws IOException {
        try (var server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> complain(server));
            refuses(
                    () -> engine(plain(server.getLocalPort(), Duration.ofSeconds(20))),
                    "cluster_tls");
        }
    }

    private static void complain(ServerSocket server) {
        try (var socket = server.accept()) {
            socket.getOutputStream().write(21);
            socket.getOutputStream().flush();
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nobody_at_the_address_is_told_when_patience_ends() throws IOException {
        int port;
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        refuses(() -> engine(plain(port, Duration.ofMillis(300))), "cluster_unreachable");
    }

    @Test
    void a_statement_that_takes_too_long_is_taken_back() {
        try (var engine = engine(address(SparkHouse.TOKEN, false, Duration.ofSeconds(8)))) {
            refuses(() -> engine.query(ENDLESS, (row, _) -> 1), "cluster_late");

            assertThat(engine.query("select 1 as a", (row, _) -> 1)).hasSize(1);
        }
    }

    @Test
    void who_stops_waiting_takes_the_statement_back() throws InterruptedException {
        var thrown = new AtomicReference<Throwable>();
        try (var engine = engine(address(SparkHouse.TOKEN, false, Duration.ofMinutes(5)))) {
            engine.query("select 1 as a", (row, _) -> 1);
            var waiting =
                    Thread.ofPlatform()
                            .start(() -> {
                                try {
                                    engine.query(ENDLESS, (row, _) -> 1);
                                } catch (RuntimeException e) {
                                    thrown.set(e);
                                }
                            });
            waiting.interrupt();
            waiting.join();

            assertThat(thrown.get()).isInstanceOf(Setback.class);
            assertThat(engine.query("select 2 as a", (row, _) -> 1)).hasSize(1);
        }
    }

    @Test
    void what_a_dead_session_left_is_swept_away() throws IOException {
        var left = Files.createDirectories(home.resolve("exchange/dead/0001-fact_x"));
        Files.writeString(left.resolve("part-0.parquet"), "x");

        try (var exchange = Exchange.open(shared());
                var _ = Exchange.open(shared())) {
            assertThat(exchange.next("x")).hasParentRaw(exchange.next("y").getParent());
            assertThat(exchanges()).hasSize(2).noneMatch(it -> it.endsWith("dead"));
        }
    }

    @Test
    void a_folder_without_jars_is_refused() {
        refuses(() -> ClusterFolder.load(home, "spark"), "no_engine");
    }

    @Test
    void an_address_keeps_its_token_to_itself() {
        assertThat(address("secret", true, Duration.ZERO).toString()).doesNotContain("secret");
    }

    private static void refuses(ThrowingCallable asked, String code) {
        assertThatThrownBy(asked)
                .isInstanceOfSatisfying(Refusal.class, it -> assertThat(it.code()).isEqualTo(code));
    }

    private List<Path> exchanges() {
        try (var folders = Files.list(home.resolve("exchange"))) {
            return folders.toList();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Exchange.Shared shared() {
        return new Exchange.Shared(home, home.toString());
    }

    private Engine engine(ClusterAddress address) {
        var session = ClusterTalk.open(GivenCluster.CLUSTER, address);
        var duck = DuckDb.open(DuckDb.Bounds.SMALL);
        return new ClusterEngine(duck, session, Exchange.open(shared()));
    }

    private static ClusterAddress address(String token, boolean tls, Duration timeout) {
        return new ClusterAddress(
                "127.0.0.1",
                SparkHouse.shared().port(),
                tls,
                token,
                Duration.ofMinutes(2),
                timeout,
                GivenCluster.options());
    }

    private static ClusterAddress plain(int port, Duration patience) {
        return new ClusterAddress(
                "127.0.0.1", port, false, "", patience, Duration.ofMinutes(1), Map.of());
    }
}
