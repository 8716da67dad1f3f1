package dev.keepwell.health;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import dev.keepwell.health.Fragment.Items;
import dev.keepwell.health.Fragment.Pair;
import dev.keepwell.health.Fragment.Pairs;
import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A change of a model's text in one place, which leaves every other character alone.
///
/// Comments, order and spacing are the author's. What is set to what it says already stays as it
/// was spelled.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "edit")
public sealed interface Edit {

    /// The text after the edit; refuses when there is no such place.
    String apply(String yaml);

    /// The title of the model.
    @JsonTypeName("title")
    record Title(String title) implements Edit {

        @Override
        public String apply(String yaml) {
            return new YamlText(yaml).put(List.of("title"), Fragment.text(title)).text();
        }
    }

    @JsonTypeName("group_title")
    record GroupTitle(String group, String title) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).putInGroup(group, "title", Fragment.text(title));
        }
    }

    @JsonTypeName("group_weight")
    record GroupWeight(String group, double weight) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).putInGroup(group, "weight", Fragment.number(weight));
        }
    }

    /// A weight of 0 means: watch only. The measure is shown, and does not count.
    @JsonTypeName("measure_weight")
    record MeasureWeight(String metric, double weight) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).putInMeasure(metric, "weight", Fragment.number(weight));
        }
    }

    /// The sentence that a CSM reads.
    @JsonTypeName("says")
    record Says(String metric, String says) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).putInMeasure(metric, "says", Fragment.text(says));
        }
    }

    /// The curve: its kind is linear, steps, category or identity, and identity has no knots.
    @JsonTypeName("curve")
    record Shape(String metric, String kind, List<Point> knots) implements Edit {

        public Shape {
            knots = List.copyOf(knots);
        }

        @Override
        public String apply(String yaml) {
            var pair = CurveFragment.of(kind, knots);
            var places = ModelPlaces.of(yaml);
            return ModelPlaces.of(places.putInMeasure(metric, pair.key(), pair.value()))
                    .removeFromMeasure(metric, CurveFragment.keysBut(pair.key()));
        }
    }

    /// A value and its points; without `x`, the last of steps: otherwise.
    record Point(@Nullable Double x, double y) {}

    /// For how many days an answer counts in full, and which values never fade; without days, it
    /// counts at any age.
    @JsonTypeName("fresh_for")
    record FreshFor(String metric, @Nullable Integer days, List<Double> neverFadesAt)
            implements Edit {

        public FreshFor {
            neverFadesAt = List.copyOf(neverFadesAt);
        }

        @Override
        public String apply(String yaml) {
            var never = "never_fades_at";
            var places = ModelPlaces.of(yaml);
            if (days == null) {
                return places.removeFromMeasure(metric, List.of("fresh_for", never));
            }
            var text = places.putInMeasure(metric, "fresh_for", Fragment.number(days));
            var dated = ModelPlaces.of(text);
            return neverFadesAt.isEmpty()
                    ? dated.removeFromMeasure(metric, List.of(never))
                    : dated.putInMeasure(metric, never, value(neverFadesAt));
        }

        private static Fragment value(List<Double> values) {
            return values.size() == 1
                    ? Fragment.number(values.getFirst())
                    : new Items(values.stream().map(Fragment::number).toList(), true);
        }
    }

    /// What follows when there is no answer: `leave_out` or `no_score`.
    @JsonTypeName("missing")
    record Missing(String metric, String missing) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).putInMeasure(metric, "missing", Fragment.text(missing));
        }
    }

    /// A group with its first measure, since none goes without.
    @JsonTypeName("add_group")
    record AddGroup(String group, String title, double weight, NewMeasure measure) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml)
                    .add(
                            List.of("groups", group),
                            style ->
                                    new Pairs(
                                            List.of(
                                                    new Pair("group", Fragment.text(group)),
                                                    new Pair("weight", Fragment.number(weight)),
                                                    new Pair("title", Fragment.text(title)),
                                                    new Pair(
                                                            "measures",
                                                            new Items(
                                                                    List.of(measure.fragment()),
                                                                    style))),
                                            style));
        }
    }

    @JsonTypeName("remove_group")
    record RemoveGroup(String group) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).remove(List.of("groups", group));
        }
    }

    /// A metric as evidence, of any age.
    record NewMeasure(String metric, double weight, String kind, List<Point> knots, String says) {

        public NewMeasure {
            knots = List.copyOf(knots);
        }

        Pairs fragment() {
            return new Pairs(
                    List.of(
                            new Pair("metric", Fragment.text(metric)),
                            new Pair("weight", Fragment.number(weight)),
                            CurveFragment.of(kind, knots),
                            new Pair("says", Fragment.text(says))),
                    false);
        }
    }

    @JsonTypeName("add_measure")
    record AddMeasure(String group, NewMeasure measure) implements Edit {

        @Override
        public String apply(String yaml) {
            var places = ModelPlaces.of(yaml);
            places.checkGroup(group);
            return places.add(
                    List.of("groups", group, "measures", measure.metric()),
                    style -> new Pairs(measure.fragment().pairs(), style));
        }
    }

    @JsonTypeName("remove_measure")
    record RemoveMeasure(String metric) implements Edit {

        @Override
        public String apply(String yaml) {
            var places = ModelPlaces.of(yaml);
            return places.remove(places.measure(metric));
        }
    }

    /// Sets a cap, or adds it.
    @JsonTypeName("cap")
    record PutCap(
            String cap,
            String when,
            String atMost,
            String says,
            @Nullable String owner,
            @Nullable LocalDate expiresOn)
            implements Edit {

        @Override
        public String apply(String yaml) {
            var path = List.of("caps", cap);
            var pairs = pairs();
            var text = new YamlText(yaml);
            if (text.find(path).isEmpty()) {
                return ModelPlaces.of(yaml).add(path, style -> new Pairs(pairs, style));
            }
            for (var it : pairs) {
                var place = new ArrayList<>(path);
                place.add(it.key());
                text = text.put(place, it.value());
            }
            text = owner == null ? text.remove(List.of("caps", cap, "owner")) : text;
            text = expiresOn == null ? text.remove(List.of("caps", cap, "expires_on")) : text;
            return text.text();
        }

        private List<Pair> pairs() {
            var pairs = new ArrayList<Pair>();
            pairs.add(new Pair("cap", Fragment.text(cap)));
            pairs.add(new Pair("when", Fragment.text(when)));
            pairs.add(new Pair("at_most", Fragment.text(atMost)));
            pairs.add(new Pair("says", Fragment.text(says)));
            if (owner != null) {
                pairs.add(new Pair("owner", Fragment.text(owner)));
            }
            if (expiresOn != null) {
                pairs.add(new Pair("expires_on", Fragment.text(expiresOn.toString())));
            }
            return pairs;
        }
    }

    @JsonTypeName("remove_cap")
    record RemoveCap(String cap) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).remove(List.of("caps", cap));
        }
    }

    /// Where yellow and green begin.
    @JsonTypeName("bands")
    record PutBands(double green, double yellow) implements Edit {

        @Override
        public String apply(String yaml) {
            var text = new YamlText(yaml);
            if (text.find(List.of("bands")).isEmpty()) {
                var pairs =
                        List.of(
                                new Pair("green", Fragment.number(green)),
                                new Pair("yellow", Fragment.number(yellow)));
                return text.put(List.of("bands"), new Pairs(pairs, true)).text();
            }
            return text.put(List.of("bands", "green"), Fragment.number(green))
                    .put(List.of("bands", "yellow"), Fragment.number(yellow))
                    .text();
        }
    }

    /// The share that must be known; without one, the usual half.
    @JsonTypeName("coverage_floor")
    record CoverageFloor(@Nullable Double floor) implements Edit {

        @Override
        public String apply(String yaml) {
            var path = List.of("coverage_floor");
            var text = new YamlText(yaml);
            return floor == null
                    ? text.remove(path).text()
                    : text.put(path, Fragment.number(floor)).text();
        }
    }

    /// Anything else, by its path: `groups/usage/measures/nps/weight`, as the YAML of its value.
    @JsonTypeName("put")
    record Put(String path, String yaml) implements Edit {

        @Override
        public String apply(String text) {
            var value = Fragment.of(Place.root(yaml).node());
            return ModelPlaces.of(text).put(KeyPath.of(path), value);
        }
    }

    @JsonTypeName("remove")
    record Remove(String path) implements Edit {

        @Override
        public String apply(String yaml) {
            return ModelPlaces.of(yaml).remove(KeyPath.of(path));
        }
    }

    static Refusal refusal(String sentence) {
        return Refusal.invalid("model_edit", sentence);
    }
}
