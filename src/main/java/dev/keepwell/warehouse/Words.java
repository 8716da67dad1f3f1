package dev.keepwell.warehouse;

import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.util.ArrayList;
import java.util.List;

/// The words that queries may use beside SQL, as DuckDB learns them: what engines spell
/// differently, what the workspace has settled, and survival analysis, which SQL has no word for. A
/// cluster learns the same ones of [ClusterWords].
final class Words {

    private static final List<String> ALWAYS =
            List.of(
                    """
                    create macro day_number(on_date) as
                        cast(datediff('day', date '1970-01-01', on_date) as integer)
                    """,
                    "create macro utc_instant(moment) as timezone('UTC', moment)",
                    "create macro epoch_second(moment) as cast(floor(epoch(moment))"
                            + " as bigint)",
                    "create macro joined(texts) as" + " array_to_string(list_sort(texts), ';')",
                    """
                    create macro mrr_known(mrr, bridged_mrr, bridge_known_day, known_day) as
                        mrr + case when bridge_known_day <= known_day then bridged_mrr else 0 end
                    """,
                    Survival.macro());

    private Words() {}

    static List<String> of(Conventions conventions) {
        var statements = new ArrayList<>(Numbers.duckDb());
        statements.addAll(ALWAYS);
        statements.add(
                "create macro local_day(moment) as cast(timezone('%s', moment) as date)"
                        .formatted(conventions.zone().getId()));
        statements.add(
                "create macro reporting_currency() as '%s'".formatted(conventions.currency()));
        statements.add(
                "create macro fiscal_year_start_month() as %d"
                        .formatted(conventions.fiscalYearStartMonth()));
        for (var it : Settings.all()) {
            statements.add(
                    "create macro %s() as %s"
                            .formatted(it.name(), conventions.settings().literal(it)));
        }
        return List.copyOf(statements);
    }
}
