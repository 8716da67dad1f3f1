package dev.keepwell.recount;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Span;
import dev.keepwell.warehouse.Facts;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// What the product answers about everybody, to be looked up.
final class Answers {

    private static final Catalogue CATALOGUE = Catalogue.packaged();

    private record Cell(String entity, Span span, String component) {}

    private final Map<Cell, Result> results = new HashMap<>();
    private final Set<String> entities = new TreeSet<>();

    Answers(Facts facts, String metric, Grain grain, List<Span> spans) {
        for (var it : new Evaluation(facts).of(CATALOGUE.named(metric), grain, spans)) {
            results.put(new Cell(it.entity(), it.span(), it.component()), it.result());
            entities.add(it.entity());
        }
    }

    Set<String> entities() {
        return entities;
    }

    /// Empty where there is no value, as without a rate. Whom nobody speaks of has nothing.
    Optional<BigDecimal> value(String entity, Span span, String component) {
        return switch (results.get(new Cell(entity, span, component))) {
            case null -> Optional.of(BigDecimal.ZERO);
            case Result.Value it -> Optional.of(it.value());
            case Result.None _ -> Optional.empty();
        };
    }

    /// How many there are below the line of a fraction.
    Optional<BigDecimal> denominator(String entity, Span span) {
        return switch (results.get(new Cell(entity, span, ""))) {
            case null -> Optional.of(BigDecimal.ZERO);
            case Result.Value it -> Optional.of(it.parts().getLast());
            case Result.None _ -> Optional.empty();
        };
    }
}
