package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.spark.SparkHouse;
import dev.keepwell.story.TestHouse;
import dev.keepwell.warehouse.cluster.Cluster;
import dev.keepwell.warehouse.cluster.ClusterAddress;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
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

    /// Facts of a session, and what lies in its files.
    public record Open(Facts facts, DuckDb here, Path folder) implements AutoCloseable {

        /// The rows of a fact as text, in an order of their own. Those of a table are read where
        /// the cluster wrote them: asking it again would take longer than all the rest.
        public List<String> rows(String fact) {
            facts.need(List.of(fact));
            var file = FactFiles.packaged().named(Relation.nameIn("fact", fact));
            if (file.isPerPeriod()) {
                return GivenCluster.rows(facts, fact);
            }
            var written = "read_parquet('%s/*-fact_%s/*.parquet')".formatted(folder, file.name());
            return here
                    .query(select(file, written), (row, _) -> text(row, file.columns().size()))
                    .stream()
                    .sorted()
                    .toList();
        }

        @Override
        public void close() {
            facts.close();
        }
    }

    /// A session on the cluster over what the test house knows.
    public Open open(Scope scope) {
        var session = ClusterTalk.open(CLUSTER, address(SparkHouse.TOKEN));
        var exchange = Exchange.open(shared());
        var here = DuckDb.open(DuckDb.Bounds.SMALL);
        var engine = new ClusterEngine(here, session, exchange);
        var facts = TestHouse.bean(DuckDbWarehouse.class).open(scope, engine);
        return new Open(facts, here, exchange.next("").getParent());
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

    /// The rows of a fact as text, as an engine answers.
    public static List<String> rows(Facts facts, String fact) {
        facts.need(List.of(fact));
        var file = FactFiles.packaged().named(Relation.nameIn("fact", fact));
        return facts
                .query(select(file, fact), (row, _) -> text(row, file.columns().size()))
                .stream()
                .sorted()
                .toList();
    }

    private static String select(FactFile file, String from) {
        return "select %s from %s".formatted(String.join(", ", file.columns().keySet()), from);
    }

    private static String text(ResultSet row, int columns) throws SQLException {
        var cells = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
            cells.add(text(row.getObject(i)));
        }
        return String.join("|", cells);
    }

    private static String text(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case OffsetDateTime it -> it.toInstant().toString();
            case Object it -> it.toString();
        };
    }
}
