package dev.keepwell.metric;

import dev.keepwell.warehouse.FactFiles;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/// Which metrics rest on a setting, so that a change of it changes their past.
public final class Restatement {

    private final Catalogue catalogue;
    private final FactFiles facts;

    public Restatement(Catalogue catalogue, FactFiles facts) {
        this.catalogue = catalogue;
        this.facts = facts;
    }

    /// The names of the metrics, in their order.
    public List<String> of(Collection<String> settings) {
        return catalogue.files().stream()
                .map(MetricFile::metric)
                .filter(metric -> settings.stream().anyMatch(it -> rests(metric, it)))
                .map(it -> it.name().value())
                .toList();
    }

    private boolean rests(Metric metric, String setting) {
        var word = setting + "()";
        var own =
                Stream.concat(
                        Stream.of(metric.query(), metric.groupQuery()),
                        metric.queries().others().values().stream());
        return limits(metric).anyMatch(it -> Objects.equals(it.setting(), setting))
                || own.anyMatch(it -> it.contains(word))
                || facts.mentions(metric.rules().reads(), word);
    }

    private static Stream<Limit> limits(Metric metric) {
        var plain = Stream.of(metric.rules().sample().minimum(), metric.rules().settlesAfterDays());
        return switch (metric.rules().window()) {
            case Window.Instant() -> plain;
            case Window.Whole(_) -> plain;
            case Window.Trailing(var account, var group, _) ->
                    Stream.concat(plain, Stream.of(account, group));
        };
    }
}
