package dev.keepwell.warehouse;

import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.util.ArrayList;
import java.util.List;

/// The words that queries may use beside SQL, as a session of a cluster learns them. They say what
/// [Words] says to DuckDB.
final class ClusterWords {

    /// Money at a rate is exact only while the digits of both fit into 38, so a sum of money is
    /// taken as money again.
    private static final List<String> ALWAYS =
            List.of(
                    """
                    create temporary function day_number(on_date date) returns int
                    return datediff(on_date, date '1970-01-01')
                    """,
                    """
                    create temporary function utc_instant(moment timestamp_ntz) returns timestamp
                    return cast(moment as timestamp)
                    """,
                    """
                    create temporary function epoch_second(moment timestamp) returns bigint
                    return unix_seconds(moment)
                    """,
                    """
                    create temporary function joined(texts array<string>) returns string
                    return array_join(array_sort(texts), ';')
                    """,
                    """
                    create temporary function mrr_known(
                        mrr decimal(18, 4), bridged_mrr decimal(18, 4),
                        bridge_known_day int, known_day int
                    ) returns decimal(18, 4)
                    return mrr + case when bridge_known_day <= known_day then bridged_mrr else 0 end
                    """);

    private ClusterWords() {}

    static List<String> of(Conventions conventions) {
        var statements = new ArrayList<>(Numbers.cluster());
        statements.addAll(ALWAYS);
        statements.add(
                """
                create temporary function local_day(moment timestamp) returns date
                return cast(from_utc_timestamp(moment, '%s') as date)
                """
                        .formatted(conventions.zone().getId()));
        statements.add(constant("reporting_currency", "'%s'".formatted(conventions.currency())));
        statements.add(
                constant("fiscal_year_start_month", "" + conventions.fiscalYearStartMonth()));
        for (var it : Settings.all()) {
            statements.add(constant(it.name(), conventions.settings().literal(it)));
        }
        return List.copyOf(statements);
    }

    private static String constant(String name, String literal) {
        return "create temporary function %s() return %s".formatted(name, literal);
    }
}
