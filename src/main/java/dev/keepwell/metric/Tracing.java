package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Relation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Finds the rows behind the value of one entity over one span.
final class Tracing {

    private static final String DATED =
            "and member.start_day <= trace.day_number"
                    + " and (member.end_day is null or member.end_day > trace.day_number)";

    private final Facts facts;

    Tracing(Facts facts) {
        this.facts = facts;
    }

    /// In an order that does not change, so that a reader can go on where he stopped.
    List<Trace> of(Metric metric, Grain grain, String entity, Span span) {
        var evidence = metric.queries().rows();
        facts.supply(Span.relation(List.of(span)));
        facts.supply(new Relation("asked_entity", List.of("id varchar"), List.of(List.of(entity))));
        facts.need(metric.rules().reads());
        facts.need(evidence.reads());
        Memberships.supply(facts, metric, grain);
        var columns = facts.columns(evidence.query());
        return facts.query(
                select(columns)
                        + "from (\n"
                        + evidence.query()
                        + "\n) as trace\n"
                        + theirs(metric, grain, columns)
                        + "\norder by all nulls last",
                (row, _) -> Trace.read(row));
    }

    private static String select(Set<String> columns) {
        var all = new ArrayList<String>();
        for (var column : Trace.COLUMNS) {
            all.add(columns.contains(column) ? "trace." + column : nothing(column));
        }
        return "select " + String.join(", ", all) + "\n";
    }

    /// A null without a type is a column that no file can hold.
    private static String nothing(String column) {
        var type =
                switch (column) {
                    case "ended" -> "boolean";
                    case "day_number" -> "integer";
                    case String text -> "string";
                };
        return "cast(null as %s) as %s".formatted(type, column);
    }

    /// Keeps the rows of the entity: those that name it, those of the account, or those of the
    /// accounts that make up the group.
    private static String theirs(Metric metric, Grain grain, Set<String> columns) {
        if (columns.contains("entity_id") && grain != Grain.ACCOUNT) {
            return "join asked_entity on asked_entity.id = trace.entity_id";
        }
        return switch (grain) {
            case ACCOUNT -> "join asked_entity on asked_entity.id = trace.account_id";
            case USER, FEATURE, COURSE ->
                    "join asked_entity on asked_entity.id = trace.%s_id".formatted(grain.word());
            case CHANNEL -> "join asked_entity on asked_entity.id = trace.channel";
            case COMPANY, SEGMENT, CSM, TEAM ->
                    """
                    join member
                        on  member.period_id = trace.period_id
                        and member.account_id = trace.account_id
                        %s
                    join asked_entity
                        on asked_entity.id = member.entity_id
                    """
                            .formatted(
                                    metric.rules().members() == Metric.Members.DATED ? DATED : "");
        };
    }
}
