package dev.keepwell.health;

import java.util.Set;

/// Reads where colours begin, what they mean, and how long they wait.
final class BandsText {

    private BandsText() {}

    static Bands read(Place place) {
        var keys = place.keys(Set.of("green", "yellow"), Set.of("letters", "means"));
        var legend = Legend.DEFAULT;
        for (var band : Band.values()) {
            var letter = keys.find("letters").map(it -> word(it, band)).orElse("");
            var means = keys.find("means").map(it -> word(it, band)).orElse("");
            var before = legend;
            legend = place.make(() -> before.with(band, entry(before, band, letter, means)));
        }
        var all = legend;
        return place.make(
                () -> new Bands(keys.get("green").number(), keys.get("yellow").number(), all));
    }

    static Hysteresis.Patience patience(Place place) {
        var keys = place.keys(Set.of("clearly", "days", "shock"), Set.of());
        return place.make(() ->
                new Hysteresis.Patience(
                        keys.get("clearly").number(),
                        keys.get("days").whole(),
                        keys.get("shock").number()));
    }

    private static Legend.Entry entry(Legend legend, Band band, String letter, String means) {
        return new Legend.Entry(
                letter.isEmpty() ? legend.letter(band) : letter,
                means.isEmpty() ? legend.means(band) : means);
    }

    /// What the mapping says of the colour; nothing is an empty word.
    private static String word(Place place, Band band) {
        return place.keys(Set.of(), Set.of("green", "yellow", "red", "grey"))
                .find(band.word())
                .map(Place::text)
                .orElse("");
    }
}
