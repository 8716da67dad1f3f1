package dev.keepwell.screen.health;

import dev.keepwell.health.Band;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import dev.keepwell.screen.health.Overview.Count;
import dev.keepwell.screen.health.Overview.Judged;
import dev.keepwell.screen.health.Overview.Mean;
import dev.keepwell.screen.health.Overview.Moment;
import dev.keepwell.screen.health.Overview.Overlap;
import dev.keepwell.screen.health.Overview.Segment;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Portfolio;
import dev.keepwell.screen.portfolio.Totals.Means;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Adds up the list of accounts, once for each gathering: going over a hundred thousand accounts
/// takes longer than a page should.
@Component
public final class Overviews {

    private static final String ALL = "";

    private final Database database;
    private final Portfolio portfolio;
    private final Map<WorkspaceId, Overview> kept = new ConcurrentHashMap<>();

    Overviews(Database database, Portfolio portfolio) {
        this.database = database;
        this.portfolio = portfolio;
    }

    /// Nothing as long as no day was judged.
    public Optional<Overview> of(WorkspaceId workspace) {
        return database.in(
                workspace,
                session -> portfolio.gathered(workspace).map(it -> of(session, workspace, it)));
    }

    private Overview of(Session session, WorkspaceId workspace, Gathered gathered) {
        var known = kept.get(workspace);
        if (known != null && known.gathered().equals(gathered)) {
            return known;
        }
        var overview =
                new Overview(
                        gathered,
                        moment(session, ALL, "mrr"),
                        moment(session, "_month_ago", "mrr_month_ago"),
                        coverage(session),
                        segments(session),
                        judged(session),
                        overlaps(session));
        kept.put(workspace, overview);
        return overview;
    }

    /// `then` is what the columns of a day end with.
    private static Moment moment(Session session, String then, String mrr) {
        return new Moment(
                bins(
                        session,
                        """
                        select least(score_tenths%s / %d, %d), count(*) from screen.portfolio
                        where score_tenths%s is not null group by 1
                        """
                                .formatted(then, Overview.BIN * 10, Overview.BINS - 1, then),
                        Overview.BINS),
                bands(session, then, mrr),
                means(session, then, mrr));
    }

    private static Map<Band, Count> bands(Session session, String then, String mrr) {
        var bands = new EnumMap<Band, Count>(Band.class);
        session.sql()
                .sql(
                        """
                        select band%s, count(*), coalesce(sum(%s), 0), count(*) - count(%s)
                        from screen.portfolio where band%s is not null group by 1
                        """
                                .formatted(then, mrr, mrr, then))
                .query(row -> {
                    var count = new Count(row.getLong(2), row.getBigDecimal(3), row.getLong(4));
                    bands.put(Band.of(row.getString(1)), count);
                });
        return bands;
    }

    private static Means means(Session session, String then, String mrr) {
        return session.sql()
                .sql(
                        """
                        select
                            sum(%1$s * score_tenths%2$s) / 10 / nullif(sum(%1$s), 0),
                            avg(score_tenths%2$s) / 10
                        from screen.portfolio where score_tenths%2$s is not null
                        """
                                .formatted(mrr, then))
                .query((row, _) -> new Means(row.getBigDecimal(1), row.getBigDecimal(2)))
                .single();
    }

    /// The border of two bins belongs to the upper one, and all of it to the last.
    private static List<Long> coverage(Session session) {
        return bins(
                session,
                """
                select least(floor(cast(coverage as numeric) * %d), %d), count(*)
                from screen.portfolio where coverage is not null group by 1
                """
                        .formatted(Overview.COVERAGE_BINS, Overview.COVERAGE_BINS - 1),
                Overview.COVERAGE_BINS);
    }

    private static List<Long> bins(Session session, String sql, int bins) {
        var counts = new ArrayList<>(Collections.nCopies(bins, 0L));
        session.sql()
                .sql(sql)
                .query(row -> {
                    counts.set(row.getInt(1), row.getLong(2));
                });
        return counts;
    }

    private static List<Segment> segments(Session session) {
        var scores = new HashMap<@Nullable String, Mean>();
        var groups = new HashMap<@Nullable String, Map<String, Mean>>();
        session.sql()
                .sql(
                        """
                        select segment, count(*), avg(score_tenths) / 10 from screen.portfolio
                        where score_tenths is not null group by 1
                        """)
                .query(row -> {
                    scores.put(row.getString(1), mean(row, 2));
                });
        session.sql()
                .sql(
                        """
                        select segment, part.name, count(*), avg(cast(part.score as numeric))
                        from screen.portfolio,
                            unnest(group_names, group_scores) as part(name, score)
                        group by 1, 2
                        """)
                .query(row -> {
                    groups.computeIfAbsent(row.getString(1), _ -> new TreeMap<>())
                            .put(row.getString(2), mean(row, 3));
                });
        return groups.keySet().stream()
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .map(it ->
                        new Segment(it, scores.get(it), groups.getOrDefault(it, new TreeMap<>())))
                .toList();
    }

    private static Mean mean(ResultSet row, int column) throws SQLException {
        return new Mean(row.getLong(column), Objects.requireNonNull(row.getBigDecimal(column + 1)));
    }

    private static List<Judged> judged(Session session) {
        return Rows.of(
                session.sql()
                        .sql(
                                """
                                select model_version, profile, count(*) from screen.portfolio
                                where model_version is not null group by 1, 2 order by 1 desc, 2
                                """)
                        .query((row, _) ->
                                new Judged(row.getInt(1), row.getString(2), row.getLong(3))));
    }

    private static List<Overlap> overlaps(Session session) {
        return Rows.of(
                session.sql()
                        .sql(
                                """
                                select profiles_matched, count(*) from screen.portfolio
                                where cardinality(profiles_matched) > 1
                                group by 1 order by 2 desc, 1
                                """)
                        .query((row, _) ->
                                new Overlap(
                                        List.of((String[]) row.getArray(1).getArray()),
                                        row.getLong(2))));
    }
}
