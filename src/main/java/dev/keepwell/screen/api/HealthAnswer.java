package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Clause;
import dev.keepwell.health.GroupScore;
import dev.keepwell.health.ManualOverride;
import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.health.MeasureScore;
import dev.keepwell.health.Model;
import dev.keepwell.health.Verdict;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Trait;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A score as the API tells it, with every step that led to it. Grey accounts have no numbers, and
/// say so with nulls.
record HealthAnswer(
        String account,
        LocalDate asOf,
        @JsonUnwrapped Score score,
        String status,
        double coverage,
        @JsonUnwrapped Judge judge,
        Profile profile,
        Map<String, Object> traits,
        @Nullable Ordered override,
        List<Group> groups,
        List<Cap> caps,
        List<String> warnings) {

    /// The steps from the weighted sum to what is shown.
    record Score(
            @Nullable Double raw,
            @Nullable Double rounded,
            @Nullable Double capped,
            @Nullable Double published,
            String plainBand,
            String band) {}

    /// Which version of which model judged, and the hash of all that it looked at.
    record Judge(String model, int modelVersion, String inputHash) {}

    /// A group of measures and what it adds to the score.
    record Group(
            String id,
            double weight,
            double effectiveWeight,
            @Nullable Double score,
            double coverage,
            String standing,
            double contribution,
            List<Measure> measures) {}

    /// A measure: what was observed, what it is worth, and what it adds.
    record Measure(
            String id,
            @Nullable Double value,
            @Nullable Double points,
            double weight,
            double effectiveWeight,
            @Nullable Double freshness,
            double contribution,
            String status,
            @Nullable String source,
            @Nullable LocalDate observedAt) {}

    /// A cap that holds; the binding one set the score.
    record Cap(
            String id,
            String atMost,
            boolean binding,
            String says,
            @Nullable String owner,
            @Nullable LocalDate expiresOn) {}

    /// The profile that applies, why, and by what; `default` where none does.
    record Profile(String id, String says, List<String> when) {

        static Profile of(String name, Model model) {
            return model.profiles().stream()
                    .filter(it -> it.name().equals(name))
                    .findFirst()
                    .map(it ->
                            new Profile(
                                    name, it.says(), it.when().stream().map(Clause::text).toList()))
                    .orElse(new Profile(name, "No profile applies to this account.", List.of()));
        }
    }

    /// What a person ordered, which holds until the day of expiry.
    record Ordered(
            @Nullable Double score,
            @Nullable String band,
            String author,
            String reason,
            LocalDate from,
            LocalDate expiresOn) {

        static Ordered of(ManualOverride it) {
            var order = it.order();
            return new Ordered(
                    order instanceof Order.Score(var value) ? value : null,
                    order instanceof Order.Colour(var band) ? band.word() : null,
                    it.author(),
                    it.reason(),
                    it.from(),
                    it.until());
        }
    }

    /// `model` is the whole version that judged.
    static HealthAnswer of(Anatomy it, Model model) {
        var judge = it.judge();
        var beside = it.facts().beside();
        var traits = new TreeMap<String, Object>();
        beside.traits().forEach((name, trait) -> traits.put(name, value(trait)));
        return new HealthAnswer(
                it.account().value(),
                it.day(),
                score(it.verdict()),
                it.status(),
                it.coverage(),
                new Judge(judge.model(), judge.version(), judge.inputHash()),
                Profile.of(judge.profile(), model),
                traits,
                beside.override() == null ? null : Ordered.of(beside.override()),
                it.groups().stream().map(HealthAnswer::group).toList(),
                it.caps().stream().map(cap -> cap(cap, model.under(judge.profile()))).toList(),
                it.warnings());
    }

    private static Object value(Trait trait) {
        return switch (trait) {
            case Trait.Count(var value) -> value;
            case Trait.Word(var value) -> value;
        };
    }

    private static Cap cap(Anatomy.ActiveCap active, Model model) {
        var cap =
                model.caps().stream()
                        .filter(it -> it.name().equals(active.cap()))
                        .findFirst()
                        .orElseThrow();
        return new Cap(
                cap.name(),
                active.atMost().word(),
                active.isBinding(),
                cap.says(),
                cap.owner(),
                cap.expiresOn());
    }

    private static Score score(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored(
                            var raw,
                            var rounded,
                            var capped,
                            var published,
                            var plainBand,
                            var band) ->
                    new Score(raw, rounded, capped, published, plainBand.word(), band.word());
            case Verdict.Grey grey -> {
                var band = grey.band().word();
                yield new Score(null, null, null, null, band, band);
            }
        };
    }

    private static Group group(GroupScore it) {
        var score = it.score();
        return new Group(
                it.group(),
                it.weight(),
                it.effectiveWeight(),
                score.isPresent() ? score.getAsDouble() : null,
                it.coverage(),
                it.standing().name().toLowerCase(Locale.ROOT),
                it.contribution(),
                it.measures().stream().map(HealthAnswer::measure).toList());
    }

    private static Measure measure(MeasureScore it) {
        var measured = it.observation() instanceof Observation.Measured found ? found : null;
        var counted = it.part() instanceof MeasureScore.Part.Counted part ? part : null;
        return new Measure(
                it.metric().value(),
                measured == null ? null : measured.value(),
                counted == null ? null : counted.points(),
                it.weight(),
                it.effectiveWeight(),
                counted == null ? null : counted.freshness(),
                it.contribution(),
                it.observation().status().name(),
                measured == null ? null : measured.source(),
                measured == null ? null : measured.observedOn());
    }
}
