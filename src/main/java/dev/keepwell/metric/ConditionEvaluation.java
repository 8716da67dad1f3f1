package dev.keepwell.metric;

import dev.keepwell.warehouse.Facts;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Asks for which accounts a condition holds, over many spans at once.
final class ConditionEvaluation {

    private final Facts facts;

    ConditionEvaluation(Facts facts) {
        this.facts = facts;
    }

    /// The accounts for which it holds, span by span; empty where a source is not connected.
    Optional<List<Set<String>>> of(Condition condition, List<Span> spans) {
        if (new Feeds(facts.feeds()).completeUntil(condition.sources()).isEmpty()) {
            return Optional.empty();
        }
        facts.supply(Span.relation(spans));
        facts.need(condition.reads());
        var holding = Stream.<Set<String>>generate(HashSet::new).limit(spans.size()).toList();
        facts.query(
                condition.query(),
                (row, _) -> holding.get(row.getInt("period_id")).add(row.getString("account_id")));
        return Optional.of(holding);
    }
}
