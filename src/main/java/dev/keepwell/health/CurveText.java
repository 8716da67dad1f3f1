package dev.keepwell.health;

import dev.keepwell.health.Curve.Knot;
import dev.keepwell.health.Place.Keys;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// Reads a measure's curve, which is written under one of three keys.
final class CurveText {

    private static final String IDENTITY = "identity";
    private static final String OTHERWISE = "otherwise";

    private CurveText() {}

    static Curve read(Keys keys) {
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

    private static Curve curve(Place place) {
        if (place.isList()) {
            return new Curve.Linear(knots(place, Place::number));
        }
        if (!place.text().equals(IDENTITY)) {
            throw place.refuse("A curve is 'identity' or knots such as [[0, 0], [10, 100]].");
        }
        return new Curve.Identity();
    }

    private static Curve category(Place place) {
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
