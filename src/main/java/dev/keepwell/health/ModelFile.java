package dev.keepwell.health;

import dev.keepwell.health.Place.Keys;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.MetricName;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a model from its YAML text, and says the line and the repair when it cannot.
public final class ModelFile {

    private static final double DEFAULT_COVERAGE_FLOOR = 0.5;

    /// The score itself is a metric, too.
    private static final String SCORE = "customer_health_score";

    /// What a measure may say beside what it must.
    static final Set<String> MEASURE =
            Stream.concat(
                            CurveText.KEYS.stream(),
                            Stream.of("fresh_for", "never_fades_at", "missing"))
                    .collect(Collectors.toUnmodifiableSet());

    private final ClauseText clauses;

    /// `conditions` are those that a cap or a profile may ask about.
    public ModelFile(Conditions conditions) {
        this.clauses = new ClauseText(conditions);
    }

    public Model read(String yaml) {
        var root = Place.root(yaml);
        var keys =
                root.keys(
                        Set.of("model", "groups"),
                        Set.of(
                                "title",
                                "bands",
                                "coverage_floor",
                                "hysteresis",
                                "caps",
                                "profiles"));
        var name = keys.get("model").text();
        var groups = keys.get("groups").items().stream().map(ModelFile::group).toList();
        var caps = caps(keys);
        var model =
                root.make(() ->
                        new Model(
                                name,
                                keys.find("title").map(Place::text).orElse(name),
                                keys.find("bands").map(BandsText::read).orElse(Bands.DEFAULT),
                                keys.find("coverage_floor")
                                        .map(Place::number)
                                        .orElse(DEFAULT_COVERAGE_FLOOR),
                                keys.find("hysteresis")
                                        .map(BandsText::patience)
                                        .orElse(Hysteresis.Patience.DEFAULT),
                                groups,
                                caps,
                                List.of()));
        var profiles = keys.find("profiles").map(Place::items).orElse(List.of());
        var text = new ProfileText(clauses, model);
        return root.make(() -> model.with(profiles.stream().map(text::read).toList()));
    }

    private List<Cap> caps(Keys keys) {
        return keys.find("caps").map(Place::items).orElse(List.of()).stream()
                .map(this::cap)
                .toList();
    }

    static Model.Group group(Place place) {
        var keys = place.keys(Set.of("group", "weight", "measures"), Set.of("title"));
        var name = keys.get("group").text();
        var measures = keys.get("measures").items().stream().map(ModelFile::measure).toList();
        var title = keys.find("title").map(Place::text).orElse(name);
        var weight = keys.get("weight").number();
        return place.make(() -> new Model.Group(name, weight, title, measures));
    }

    static Model.Measure measure(Place place) {
        var keys = place.keys(Set.of("metric", "weight", "says"), MEASURE);
        var metric = metric(keys.get("metric"));
        return place.make(() ->
                new Model.Measure(
                        metric,
                        keys.get("weight").number(),
                        CurveText.read(keys),
                        fading(keys),
                        gap(keys),
                        keys.get("says").text()));
    }

    static MetricName metric(Place place) {
        if (place.text().equals(SCORE)) {
            throw place.refuse("a score cannot rest on itself. Weigh what it is made of.");
        }
        return place.make(() -> new MetricName(place.text()));
    }

    static Model.Gap gap(Keys keys) {
        var missing = keys.find("missing");
        if (missing.isEmpty()) {
            return Model.Gap.LEAVE_OUT;
        }
        return switch (missing.get().text()) {
            case "leave_out" -> Model.Gap.LEAVE_OUT;
            case "no_score" -> Model.Gap.NO_SCORE;
            case String other ->
                    throw missing.get()
                            .refuse(
                                    ("A missing measure is leave_out or no_score, but got '%s'. It"
                                                    + " is never filled in.")
                                            .formatted(other));
        };
    }

    static Fading fading(Keys keys) {
        var never = keys.find("never_fades_at");
        var freshFor = keys.find("fresh_for");
        if (freshFor.isEmpty()) {
            if (never.isPresent()) {
                throw never.get().refuse("A measure without 'fresh_for' never fades anyway.");
            }
            return new Fading.Never();
        }
        var days = freshFor.get().whole();
        var values = never.stream().map(Place::number).toList();
        return freshFor.get().make(() -> new Fading.After(days, values));
    }

    private Cap cap(Place place) {
        var keys =
                place.keys(Set.of("cap", "when", "at_most", "says"), Set.of("owner", "expires_on"));
        var when = clauses.read(keys.get("when"));
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
        return place.make(() ->
                new Cap(
                        name,
                        when,
                        band,
                        keys.get("says").text(),
                        keys.find("owner").map(Place::text).orElse(null),
                        keys.find("expires_on").map(Place::date).orElse(null)));
    }
}
