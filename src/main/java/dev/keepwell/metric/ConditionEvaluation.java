package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import dev.keepwell.warehouse.Relation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Asks for which accounts a condition holds, over many spans at once.
final class ConditionEvaluation {

    private static final String ACCOUNT = "account_id";

    private final Facts facts;

    ConditionEvaluation(Facts facts) {
        this.facts = facts;
    }

    /// The accounts for which it holds, span by span; empty where a source is not connected.
    Optional<List<Set<String>>> of(Condition condition, List<Span> spans) {
        var holding = Stream.<Set<String>>generate(HashSet::new).limit(spans.size()).toList();
        return asked(condition, spans, (span, row) -> holding.get(span).add(row.getString(ACCOUNT)))
                ? Optional.of(holding)
                : Optional.empty();
    }

    /// What each account has, span by span; nobody has anything where a source is not connected.
    List<Map<String, Trait>> traits(Condition condition, List<Span> spans) {
        var traits = Stream.<Map<String, Trait>>generate(HashMap::new).limit(spans.size()).toList();
        asked(
                condition,
                spans,
                (span, row) -> traits.get(span).put(row.getString(ACCOUNT), trait(condition, row)));
        return traits;
    }

    private static Trait trait(Condition condition, ResultSet row) throws SQLException {
        return condition.answers() == Condition.Answers.NUMBER
                ? new Trait.Count(row.getLong("value"))
                : new Trait.Word(row.getString("value"));
    }

    private void supplyBeginning(Condition condition, List<Span> spans) {
        var begins = condition.begins();
        if (begins == null || spans.isEmpty()) {
            return;
        }
        var early = spans.stream().mapToLong(it -> it.asOf().toEpochDay()).min().getAsLong();
        var first = new Beginning(facts).of(begins.fact(), (int) early - begins.days());
        facts.supply(new Relation("begun", List.of("first_day integer"), List.of(List.of(first))));
    }

    private interface Reader {
        void read(int span, ResultSet row) throws SQLException;
    }

    private boolean asked(Condition condition, List<Span> spans, Reader reader) {
        if (new Feeds(facts.feeds()).completeUntil(condition.sources()).isEmpty()) {
            return false;
        }
        facts.supply(Span.relation(spans));
        supplyBeginning(condition, spans);
        facts.need(condition.reads());
        facts.query(
                condition.query(),
                (row, place) -> {
                    reader.read(row.getInt("period_id"), row);
                    return place;
                });
        return true;
    }
}
