package dev.keepwell.health;

import dev.keepwell.health.Curve.Knot;
import dev.keepwell.health.Place.Keys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a measure's curve, which is written under one of three keys.
final class CurveText {

    private static final String IDENTITY = "identity";
    private static final String OTHERWISE = "otherwise";

    private static final Set<String> DRAWN = Set.of("curve", "steps", "category");

    private CurveText() {}

    /// The keys under which a curve may be written.
    static final Set<String> KEYS =
            Set.of("curve", "steps", "category", "percentile", "trend", "by_age");

    static Curve read(Keys keys) {
        var byAge = keys.find("by_age");
        if (byAge.isPresent()) {
            for (var other : KEYS) {
                if (!other.equals("by_age") && keys.find(other).isPresent()) {
                    throw keys.get(other).refuse("Beside 'by_age' no other curve is looked at.");
                }
            }
            return byAge.get().make(() -> byAge(byAge.get()));
        }
        var drawn = drawn(keys);
        var percentile = keys.find("percentile");
        var trend = keys.find("trend");
        if (percentile.isPresent() && trend.isPresent()) {
            throw trend.get().refuse("A measure is a percentile or a trend, not both.");
        }
        if (percentile.isPresent()) {
            return new Curve.Percentile(peers(percentile.get()), drawn);
        }
        return trend.isPresent()
                ? trend.get().make(() -> new Curve.Trend(trend.get().whole(), drawn))
                : drawn;
    }

    private static Curve.Drawn drawn(Keys keys) {
        var given =
                Stream.of("curve", "steps", "category")
                        .filter(it -> keys.find(it).isPresent())
                        .toList();
        if (given.size() != 1) {
            throw keys.at().refuse("A measure has one of curve, steps and category.");
        }
        var place = keys.get(given.getFirst());
        return place.make(() ->
                switch (given.getFirst()) {
                    case "steps" -> new Curve.Steps(knots(place, CurveText::threshold));
                    case "category" -> category(place);
                    default -> curve(place);
                });
    }

    private static Curve.Percentile.Peers peers(Place place) {
        return switch (place.text()) {
            case "all" -> Curve.Percentile.Peers.ALL;
            case "segment" -> Curve.Percentile.Peers.SEGMENT;
            case String other ->
                    throw place.refuse(
                            "Peers are those of the 'segment' or 'all', but got '%s'."
                                    .formatted(other));
        };
    }

    /// Stages with their last day, and at the end what holds from then on.
    private static Curve byAge(Place place) {
        var stages = new ArrayList<Curve.ByAge.Stage>();
        var items = place.items();
        for (var item : items.subList(0, Math.max(0, items.size() - 1))) {
            var keys = item.keys(Set.of("until_day"), DRAWN);
            stages.add(new Curve.ByAge.Stage(keys.get("until_day").whole(), drawn(keys)));
        }
        if (items.isEmpty()) {
            throw place.refuse("A curve by age has at least the one for the rest of the time.");
        }
        return new Curve.ByAge(stages, drawn(items.getLast().keys(Set.of(), DRAWN)));
    }

    private static Curve.Drawn curve(Place place) {
        if (place.isList()) {
            return new Curve.Linear(knots(place, Place::number));
        }
        if (!place.text().equals(IDENTITY)) {
            throw place.refuse("A curve is 'identity' or knots such as [[0, 0], [10, 100]].");
        }
        return new Curve.Identity();
    }

    private static Curve.Drawn category(Place place) {
        return new Curve.Category(
                place.pairs().stream()
                        .map(it -> new Knot(it.key().number(), it.value().number()))
                        .toList());
    }

    private static List<Knot> knots(Place place, Function<Place, Double> left) {
        return place.items().stream()
                .map(it -> {
                    var pair = it.items();
                    if (pair.size() != 2) {
                        throw it.refuse("A knot is a pair such as [7, 100].");
                    }
                    return new Knot(left.apply(pair.get(0)), pair.get(1).number());
                })
                .toList();
    }

    private static double threshold(Place place) {
        return place.text().equals(OTHERWISE) ? Double.NEGATIVE_INFINITY : place.number();
    }
}
