package dev.keepwell.health;

import dev.keepwell.health.Place.Keys;
import dev.keepwell.kernel.Suggestion;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a profile, which states only its differences from the model, and makes the whole of it.
///
/// Under `groups` a known group may say another weight or title and name the measures that differ;
/// a known measure may say another weight, curve or age. What the model does not have is stated in
/// full. Weight 0 takes something out.
record ProfileText(ClauseText clauses, Model base) {

    Profile read(Place place) {
        var keys =
                place.keys(
                        Set.of("profile", "when", "says"),
                        Set.of("groups", "without_caps", "bands", "coverage_floor"));
        var name = keys.get("profile").text();
        var when = clauses.read(keys.get("when"));
        var model =
                place.make(() ->
                        new Model(
                                base.name(),
                                base.title(),
                                keys.find("bands").map(BandsText::read).orElse(base.bands()),
                                keys.find("coverage_floor")
                                        .map(Place::number)
                                        .orElse(base.coverageFloor()),
                                base.patience(),
                                groups(keys),
                                caps(keys),
                                List.of()));
        return place.make(() -> new Profile(name, when, keys.get("says").text(), model));
    }

    private List<Cap> caps(Keys keys) {
        var names = base.caps().stream().map(Cap::name).toList();
        var without = keys.find("without_caps").map(Place::items).orElse(List.of());
        for (var it : without) {
            if (!names.contains(it.text())) {
                throw it.refuse(
                        "The model has no cap '%s'.%s"
                                .formatted(it.text(), Suggestion.forWord(it.text(), names)));
            }
        }
        var gone = without.stream().map(Place::text).collect(Collectors.toSet());
        return base.caps().stream().filter(it -> !gone.contains(it.name())).toList();
    }

    private List<Model.Group> groups(Keys keys) {
        var stated = new HashMap<String, Place>();
        var added = new ArrayList<Model.Group>();
        for (var it : keys.find("groups").map(Place::items).orElse(List.of())) {
            var name = it.textOf("group");
            if (base.groups().stream().noneMatch(group -> group.name().equals(name))) {
                added.add(ModelFile.group(it));
            } else if (stated.put(name, it) != null) {
                throw it.refuse("Group '%s' stands here twice.".formatted(name));
            }
        }
        var kept =
                base.groups().stream()
                        .map(it -> {
                            var place = stated.get(it.name());
                            return place == null ? it : group(it, place);
                        });
        return Stream.concat(kept, added.stream()).toList();
    }

    private static Model.Group group(Model.Group base, Place place) {
        var keys = place.keys(Set.of("group"), Set.of("weight", "title", "measures"));
        var measures = keys.find("measures").map(Place::items).orElse(List.of());
        return place.make(() ->
                new Model.Group(
                        base.name(),
                        keys.find("weight").map(Place::number).orElse(base.weight()),
                        keys.find("title").map(Place::text).orElse(base.title()),
                        measures(base, measures)));
    }

    private static List<Model.Measure> measures(Model.Group base, List<Place> places) {
        Map<String, Place> stated =
                places.stream()
                        .collect(
                                Collectors.toMap(
                                        it -> it.textOf("metric"),
                                        it -> it,
                                        (a, b) -> {
                                            throw b.refuse("This measure stands here twice.");
                                        }));
        var known = base.measures().stream().map(it -> it.metric().value()).toList();
        var kept =
                base.measures().stream()
                        .map(it -> {
                            var place = stated.get(it.metric().value());
                            return place == null ? it : measure(it, place);
                        });
        var added =
                places.stream()
                        .filter(it -> !known.contains(it.textOf("metric")))
                        .map(ModelFile::measure);
        return Stream.concat(kept, added).toList();
    }

    private static Model.Measure measure(Model.Measure base, Place place) {
        var optional = new HashSet<>(ModelFile.MEASURE);
        optional.addAll(Set.of("weight", "says"));
        var keys = place.keys(Set.of("metric"), optional);
        var hasCurve = CurveText.KEYS.stream().anyMatch(it -> keys.find(it).isPresent());
        return place.make(() ->
                new Model.Measure(
                        base.metric(),
                        keys.find("weight").map(Place::number).orElse(base.weight()),
                        hasCurve ? CurveText.read(keys) : base.curve(),
                        keys.find("fresh_for").isPresent()
                                        || keys.find("never_fades_at").isPresent()
                                ? ModelFile.fading(keys)
                                : base.fading(),
                        keys.find("missing").isPresent() ? ModelFile.gap(keys) : base.gap(),
                        keys.find("says").map(Place::text).orElse(base.says())));
    }
}
