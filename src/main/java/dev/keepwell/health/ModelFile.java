package dev.keepwell.health;

import dev.keepwell.health.Place.Keys;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.metric.MetricName;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads a model from its YAML text, and says the line and the repair when it cannot.
public final class ModelFile {

    private static final double DEFAULT_COVERAGE_FLOOR = 0.5;
    private static final Pattern COMPARISON =
            Pattern.compile("(\\w+)\\s*(>=|<=|>|<)\\s*([+-]?\\d+(?:\\.\\d+)?)");
    private static final Pattern AND = Pattern.compile("\\s+and\\s+");

    private final List<String> conditions;

    /// The score itself is a metric, too.
    private static final String SCORE = "customer_health_score";

    /// `conditions` are the names that a cap may ask about.
    public ModelFile(List<String> conditions) {
        this.conditions = List.copyOf(conditions);
    }

    public Model read(String yaml) {
        var root = Place.root(yaml);
        var keys =
                root.keys(
                        Set.of("model", "groups"),
                        Set.of("title", "bands", "coverage_floor", "caps"));
        var name = keys.get("model").text();
        var groups = keys.get("groups").items().stream().map(ModelFile::group).toList();
        var caps = keys.find("caps").map(Place::items).orElse(List.of());
        return root.make(() ->
                new Model(
                        name,
                        keys.find("title").map(Place::text).orElse(name),
                        keys.find("bands").map(ModelFile::bands).orElse(Bands.DEFAULT),
                        keys.find("coverage_floor")
                                .map(Place::number)
                                .orElse(DEFAULT_COVERAGE_FLOOR),
                        groups,
                        caps.stream().map(this::cap).toList()));
    }

    private static Bands bands(Place place) {
        var keys = place.keys(Set.of("green", "yellow"), Set.of());
        return place.make(() -> new Bands(keys.get("green").number(), keys.get("yellow").number()));
    }

    private static Model.Group group(Place place) {
        var keys = place.keys(Set.of("group", "weight", "measures"), Set.of("title"));
        var name = keys.get("group").text();
        var measures = keys.get("measures").items().stream().map(ModelFile::measure).toList();
        var title = keys.find("title").map(Place::text).orElse(name);
        var weight = keys.get("weight").number();
        return place.make(() -> new Model.Group(name, weight, title, measures));
    }

    private static Model.Measure measure(Place place) {
        var keys =
                place.keys(
                        Set.of("metric", "weight", "says"),
                        Set.of("curve", "steps", "category", "fresh_for", "never_fades_at"));
        var metric = keys.get("metric");
        if (metric.text().equals(SCORE)) {
            throw metric.refuse("a score cannot rest on itself. Weigh what it is made of.");
        }
        return place.make(() ->
                new Model.Measure(
                        metric.make(() -> new MetricName(metric.text())),
                        keys.get("weight").number(),
                        CurveText.read(keys),
                        fading(keys),
                        keys.get("says").text()));
    }

    private static Fading fading(Keys keys) {
        var never = keys.find("never_fades_at");
        var freshFor = keys.find("fresh_for");
        if (freshFor.isEmpty()) {
            if (never.isPresent()) {
                throw never.get().refuse("A measure without 'fresh_for' never fades anyway.");
            }
            return new Fading.Never();
        }
        var days = freshFor.get().number();
        if (days != Math.rint(days)) {
            throw freshFor.get().refuse("Days are whole, but got %s.".formatted(days));
        }
        var values = never.stream().map(Place::number).toList();
        return freshFor.get().make(() -> new Fading.After((int) days, values));
    }

    private Cap cap(Place place) {
        var keys = place.keys(Set.of("cap", "when", "at_most", "says"), Set.of());
        var when = keys.get("when");
        var clauses = AND.splitAsStream(when.text().strip()).map(it -> clause(when, it)).toList();
        var atMost = keys.get("at_most");
        var band =
                switch (atMost.text()) {
                    case "yellow" -> Band.YELLOW;
                    case "red" -> Band.RED;
                    case String other ->
                            throw atMost.refuse(
                                    "A cap is at_most yellow or red, but got '%s'."
                                            .formatted(other));
                };
        var name = keys.get("cap").text();
        return place.make(() -> new Cap(name, clauses, band, keys.get("says").text()));
    }

    private Cap.Clause clause(Place place, String text) {
        var comparison = COMPARISON.matcher(text);
        if (comparison.matches()) {
            return new Cap.Clause.Compares(
                    place.make(() -> new MetricName(comparison.group(1))),
                    Cap.Comparison.of(comparison.group(2)),
                    Double.parseDouble(comparison.group(3)));
        }
        if (!conditions.contains(text)) {
            throw place.refuse(
                    "'%s' is neither a condition nor a comparison such as 'mau < 1'.%s"
                            .formatted(text, Suggestion.forWord(text, conditions)));
        }
        return new Cap.Clause.Holds(text);
    }
}
