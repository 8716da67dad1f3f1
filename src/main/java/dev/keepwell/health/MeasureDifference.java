package dev.keepwell.health;

import dev.keepwell.health.Model.Measure;
import dev.keepwell.metric.MetricName;
import java.util.List;

/// What differs in one measure.
public sealed interface MeasureDifference extends Difference {

    /// A measure that is new in its group, whether or not another group had it before.
    record MeasureAdded(String group, int index, Measure measure, boolean moved)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s".formatted(group, measure.metric());
        }

        @Override
        public String sentence() {
            return "%s %s %s, weight %s"
                    .formatted(
                            measure.metric(),
                            moved ? "moved to" : "added to",
                            group,
                            ModelWords.number(measure.weight()));
        }

        @Override
        public Model change(Model model) {
            var left = Rebuilt.without(model.groups(), List.of(measure.metric()));
            return Rebuilt.grouped(
                    model,
                    Rebuilt.group(
                            left,
                            group,
                            it ->
                                    Rebuilt.measured(
                                            it, Rebuilt.inserted(it.measures(), index, measure))));
        }
    }

    record MeasureRemoved(String group, MetricName metric) implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return "%s removed from %s".formatted(metric, group);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.grouped(model, Rebuilt.without(model.groups(), List.of(metric)));
        }
    }

    record MeasureWeighed(String group, MetricName metric, double before, double after)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s/weight".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return ModelWords.change(metric + " weight", before, after);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.measure(model, metric, it -> Rebuilt.weighed(it, after));
        }
    }

    record CurveChanged(String group, MetricName metric, Curve before, Curve after)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s/curve".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return "%s curve: %s".formatted(metric, CurveWords.change(before, after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.measure(model, metric, it -> Rebuilt.curved(it, after));
        }
    }

    record FadingChanged(String group, MetricName metric, Fading before, Fading after)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s/fresh_for".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return ModelWords.change(metric + " age", ModelWords.of(before), ModelWords.of(after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.measure(model, metric, it -> Rebuilt.fading(it, after));
        }
    }

    /// What follows when a measure has no answer.
    record GapChanged(String group, MetricName metric, Model.Gap before, Model.Gap after)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s/missing".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return ModelWords.change(
                    metric + " missing", ModelWords.of(before), ModelWords.of(after));
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.measure(model, metric, it -> Rebuilt.gapped(it, after));
        }
    }

    record Reworded(String group, MetricName metric, String before, String after)
            implements MeasureDifference {

        @Override
        public String path() {
            return "groups/%s/measures/%s/says".formatted(group, metric);
        }

        @Override
        public String sentence() {
            return "%s says: “%s” → “%s”".formatted(metric, before, after);
        }

        @Override
        public Model change(Model model) {
            return Rebuilt.measure(model, metric, it -> Rebuilt.saying(it, after));
        }
    }
}
