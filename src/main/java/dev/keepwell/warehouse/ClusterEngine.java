package dev.keepwell.warehouse;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.warehouse.cluster.ClusterSession;
import dev.keepwell.workspace.Conventions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.RowMapper;

/// Facts on a cluster: it reads the lake's files where they lie, and what is in PostgreSQL from
/// files that are written for it. Facts and answers come back as files, too, and DuckDB reads
/// those.
final class ClusterEngine implements Engine {

    private final DuckDb here;
    private final ClusterSession cluster;
    private final Exchange exchange;
    private final Remembered remembered = new Remembered();

    ClusterEngine(DuckDb here, ClusterSession cluster, Exchange exchange) {
        this.here = here;
        this.cluster = cluster;
        this.exchange = exchange;
    }

    @Override
    public DuckDb here() {
        return here;
    }

    @Override
    public void learn(Conventions conventions) {
        // What is brought from the lake's events is rolled up here, in the same words.
        Words.of(conventions).forEach(here::run);
        ClusterWords.of(conventions).forEach(cluster::run);
    }

    @Override
    public void show(String table, Origin origin) {
        var view = ClusterText.view(table);
        var brought = origin.here();
        if (origin.files().isEmpty() && brought != null) {
            cluster.show(view, "", List.of(exchange.give(here, brought)));
            return;
        }
        var declared = LakeTables.columns(table);
        var selects = new ArrayList<String>();
        if (brought != null) {
            cluster.show(view + "_open", "", List.of(exchange.give(here, brought)));
            selects.add("select %s from %s_open");
        }
        var paths = origin.files().stream().map(LakeFile::path).map(exchange::there).toList();
        cluster.show(view + "_files", ClusterText.columns(declared), paths);
        selects.add("select %s from %s_files where " + origin.where());
        var names = ClusterText.names(declared);
        cluster.run(
                "create temporary view %s as %s"
                        .formatted(
                                view,
                                selects.stream()
                                        .map(it -> it.formatted(names, view))
                                        .collect(Collectors.joining(" union all "))));
    }

    @Override
    public void build(FactFile fact) {
        var view = ClusterText.view("fact." + fact.name());
        var query = ClusterText.of(fact.query());
        var names = String.join(", ", fact.columns().keySet());
        if (fact.isPerPeriod()) {
            cluster.run(
                    "create temporary view %s as select %s from (\n%s\n) as asked"
                            .formatted(view, names, query));
            return;
        }
        var typed =
                fact.columns().entrySet().stream()
                        .map(it ->
                                "cast(%1$s as %2$s) as %1$s"
                                        .formatted(it.getKey(), ClusterText.type(it.getValue())))
                        .collect(Collectors.joining(", "));
        var written = write(view, "select %s from (\n%s\n) as built".formatted(typed, query));
        cluster.show(view, schema(fact), List.of(exchange.there(written)));
    }

    private static String schema(FactFile fact) {
        return fact.columns().entrySet().stream()
                .map(it -> it.getKey() + " " + ClusterText.type(it.getValue()))
                .collect(Collectors.joining(", "));
    }

    /// A long list of rows travels as a file, a short one in the statement.
    @Override
    public void supply(Relation relation) {
        if (!remembered.supplied(relation)) {
            return;
        }
        if (relation.rows().isEmpty() || relation.rows().size() > Relation.ROWS_PER_STATEMENT) {
            relation.statements().forEach(here::run);
            cluster.show(relation.name(), "", List.of(exchange.give(here, relation.name())));
            return;
        }
        cluster.run(relation.view(ClusterText::type));
    }

    @Override
    public void derive(String relation, String sql) {
        var written = answered(relation, sql);
        if (remembered.derived(relation, sql)) {
            cluster.show(relation, "", List.of(exchange.there(written)));
        }
    }

    @Override
    public <T> List<T> query(String sql, RowMapper<T> row) {
        var files =
                Exchange.files(answered("answer", sql)).stream()
                        .map(it -> "'" + DuckDb.quoted(it) + "'")
                        .collect(Collectors.joining(", "));
        return here.query("select * from read_parquet([%s])".formatted(files), row);
    }

    /// Many metrics ask who the members of a group are, and each question costs a job.
    private Path answered(String name, String sql) {
        return remembered.answer(name, sql, () -> write(name, ClusterText.of(sql)));
    }

    private Path write(String name, String sql) {
        var folder = exchange.next(name);
        cluster.write(sql, exchange.there(folder));
        return folder;
    }

    @Override
    public Set<String> columns(String sql) {
        return Set.copyOf(cluster.columns(ClusterText.of(sql)));
    }

    @Override
    public void close() {
        try (here;
                exchange) {
            cluster.close();
        }
    }
}
