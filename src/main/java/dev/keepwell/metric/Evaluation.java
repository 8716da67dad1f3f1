package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.warehouse.Facts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/// Asks one metric about every entity of a grain, over many spans at once.
///
/// One day and three years are the same query with one row or a thousand in `period`.
public final class Evaluation {

    private record Cell(int span, String entity, String component) {}

    private final Facts facts;
    private final Feeds feeds;

    public Evaluation(Facts facts) {
        this.facts = facts;
        this.feeds = new Feeds(facts.feeds());
    }

    /// A reading for every span, entity and component, in that order. Entities that the query says
    /// nothing about are filled in as the metric rules.
    public List<Reading> of(Metric metric, Grain grain, List<Span> spans) {
        if (!metric.isAskedPer(grain)) {
            throw Refusal.invalid(
                    "grain_not_offered",
                    "%s is asked per %s, not per %s."
                            .formatted(metric.name(), words(metric), grain.word()));
        }
        facts.supply(Span.relation(spans));
        facts.need(metric.rules().reads());
        Memberships.supply(facts, metric, grain);
        var tallies = new LinkedHashMap<Cell, Tally>();
        for (var tally : new Tallies(facts).of(metric, grain)) {
            tallies.put(new Cell(tally.span(), tally.entity(), tally.component()), tally);
        }
        return fill(metric, grain, spans, tallies);
    }

    private List<Reading> fill(
            Metric metric, Grain grain, List<Span> spans, Map<Cell, Tally> tallies) {
        var judge = new Verdict(metric, feeds, firstDay(metric));
        var components = new TreeSet<>(metric.rules().components());
        tallies.keySet().forEach(cell -> components.add(cell.component()));
        if (metric.rules().components().isEmpty()) {
            components.add("");
        }
        var readings = new ArrayList<Reading>();
        for (int i = 0; i < spans.size(); i++) {
            for (var entity : entities(grain, i)) {
                for (var component : components) {
                    var tally = tallies.get(new Cell(i, entity, component));
                    readings.add(
                            judge.reading(
                                    grain, new Subject(entity, component), spans.get(i), tally));
                }
            }
        }
        return readings;
    }

    record Subject(String entity, String component) {}

    private List<String> entities(Grain grain, int span) {
        if (grain == Grain.COMPANY) {
            return List.of(Memberships.COMPANY);
        }
        if (grain == Grain.ACCOUNT) {
            facts.need(List.of("fact.account"));
            return facts.query(
                    "select account_id from fact.account order by account_id",
                    (row, _) -> row.getString(1));
        }
        return facts.query(
                "select distinct entity_id from member where period_id = %d order by entity_id"
                        .formatted(span),
                (row, _) -> row.getString(1));
    }

    /// The day of the first fact ever. Before it the source was silent because it did not exist.
    private int firstDay(Metric metric) {
        var fact = metric.rules().beginsWith();
        if (fact == null) {
            return Integer.MIN_VALUE;
        }
        facts.need(List.of(fact));
        var first =
                "select coalesce(min(day_number), %d) from %s".formatted(Integer.MAX_VALUE, fact);
        return facts.query(first, (row, _) -> row.getInt(1)).getFirst();
    }

    private static String words(Metric metric) {
        return String.join(", ", metric.rules().per().stream().map(Grain::word).toList());
    }
}
