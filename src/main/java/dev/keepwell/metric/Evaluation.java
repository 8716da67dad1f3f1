package dev.keepwell.metric;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.warehouse.Facts;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/// Asks one metric about every entity of a grain, over many spans at once.
///
/// One day and three years are the same query with one row or a thousand in `period`.
public final class Evaluation {

    private record Cell(int span, String entity, String component) {}

    private final Facts facts;

    public Evaluation(Facts facts) {
        this.facts = facts;
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

    /// The headlines of the accounts that the relation of [Sight] asks about, for callers who have
    /// so many that a [Reading] of each would be slow. Returns, span by span, what is true of the
    /// accounts that are not heard of; nothing when the metric has no headline.
    List<Result> headlines(Metric metric, List<Span> spans, Listener listener) {
        facts.supply(Span.relation(spans));
        var judge = new Verdict(metric, facts, firstDay(metric, spans));
        facts.need(metric.rules().reads());
        new Tallies(facts)
                .headlines(
                        metric,
                        (asked, tally) -> {
                            var span = spans.get(tally.span());
                            listener.hear(asked, span, judge.result(span, tally));
                        });
        var lines = metric.rules().lines();
        var hasHeadline = lines.components().isEmpty() && lines.dimension() == null;
        return hasHeadline || lines.components().contains("")
                ? spans.stream().map(span -> judge.result(span, null)).toList()
                : List.of();
    }

    /// Takes the result of an account that goes by a number.
    interface Listener {
        void hear(int asked, Span span, Result result);
    }

    private List<Reading> fill(
            Metric metric, Grain grain, List<Span> spans, Map<Cell, Tally> tallies) {
        var judge = new Verdict(metric, facts, firstDay(metric, spans));
        var lines = metric.rules().lines();
        var components = new TreeSet<>(lines.components());
        tallies.keySet().forEach(cell -> components.add(cell.component()));
        if (lines.components().isEmpty() && lines.dimension() == null) {
            components.add("");
        }
        var readings = new ArrayList<Reading>();
        var entities = entities(grain, spans.size(), tallies.keySet());
        for (int i = 0; i < spans.size(); i++) {
            for (var entity : entities.get(i)) {
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

    /// Who is asked about, span by span.
    private List<List<String>> entities(Grain grain, int spans, Set<Cell> told) {
        return switch (grain) {
            case COMPANY -> Collections.nCopies(spans, List.of(Memberships.COMPANY));
            case ACCOUNT -> {
                facts.need(List.of("fact.account"));
                var accounts = "select account_id from fact.account order by account_id";
                yield Collections.nCopies(
                        spans, facts.query(accounts, (row, _) -> row.getString(1)));
            }
            case SEGMENT, CSM, TEAM -> {
                var groups = Stream.generate(() -> new ArrayList<String>()).limit(spans).toList();
                facts.query(
                        "select distinct period_id, entity_id from member"
                                + " order by period_id, entity_id",
                        (row, _) -> groups.get(row.getInt(1)).add(row.getString(2)));
                yield List.copyOf(groups);
            }
            // Nobody keeps a list of these, so they are those that the query tells of.
            case USER, CHANNEL, COURSE, FEATURE -> {
                var found = Stream.generate(() -> new TreeSet<String>()).limit(spans).toList();
                told.forEach(cell -> found.get(cell.span()).add(cell.entity()));
                yield found.stream().map(List::copyOf).toList();
            }
        };
    }

    private int firstDay(Metric metric, List<Span> spans) {
        var fact = metric.rules().beginsWith();
        var early = spans.stream().mapToLong(it -> it.lastSeen().toEpochDay()).min();
        return fact == null || early.isEmpty()
                ? Integer.MIN_VALUE
                : new Beginning(facts).of(fact, (int) early.getAsLong());
    }

    private static String words(Metric metric) {
        return String.join(", ", metric.rules().per().stream().map(Grain::word).toList());
    }
}
