package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.spark.SparkHouse;
import dev.keepwell.story.TestHouse;
import dev.keepwell.warehouse.cluster.Cluster;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/// Facts of the test house on a cluster of processes, through the connection as users install it.
public final class GivenCluster {

    /// Built by `./keepwell test`.
    private static final Path FOLDER = Path.of("spark", "target", "engine");

    static final Cluster CLUSTER = ClusterFolder.load(FOLDER, "spark");

    private final SparkHouse house;

    public GivenCluster(SparkHouse house) {
        this.house = house;
    }

    /// A session on the cluster over what the test house knows.
    public Facts open(Scope scope) {
        return TestHouse.bean(DuckDbWarehouse.class).open(scope, LocalDate.MIN, engine());
    }

    Engine engine() {
        var session = ClusterTalk.open(CLUSTER, address(SparkHouse.TOKEN));
        return new ClusterEngine(
                DuckDb.open(DuckDb.Bounds.SMALL), session, Exchange.open(shared()));
    }

    static Exchange.Shared shared() {
        var home = TestHouse.bean(Environment.class).getRequiredProperty("keepwell.home");
        var absolute = Path.of(home).toAbsolutePath();
        return new Exchange.Shared(absolute, absolute.toString());
    }

    ClusterAddress address(String token) {
        return new ClusterAddress(
                "127.0.0.1",
                house.port(),
                false,
                token,
                Duration.ofSeconds(60),
                Duration.ofMinutes(5),
                options());
    }

    /// Nothing is large here, and compiling each query would take longer than running it.
    static Map<String, String> options() {
        var options = new TreeMap<>(ClusterSettings.ALWAYS);
        options.put("spark.sql.shuffle.partitions", "1");
        options.put("spark.sql.adaptive.enabled", "false");
        options.put("spark.sql.codegen.wholeStage", "false");
        options.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return options;
    }

    public static List<String> facts() {
        return FactFiles.packaged().names().stream().map("fact."::concat).toList();
    }

    /// The rows of a fact as text, in an order of their own.
    public static List<String> rows(Facts facts, String fact) {
        facts.need(List.of(fact));
        var file = FactFiles.packaged().named(Relation.nameIn("fact", fact));
        var columns = String.join(", ", file.columns().keySet());
        var count = file.columns().size();
        return facts
                .query(
                        "select %s from %s".formatted(columns, fact),
                        (row, _) -> {
                            var cells = new ArrayList<String>();
                            for (int i = 1; i <= count; i++) {
                                cells.add(text(row.getObject(i)));
                            }
                            return String.join("|", cells);
                        })
                .stream()
                .sorted()
                .toList();
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case OffsetDateTime it -> it.toInstant().toString();
            case Object it -> it.toString();
        };
    }
}
