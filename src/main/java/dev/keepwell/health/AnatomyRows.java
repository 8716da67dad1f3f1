package dev.keepwell.health;

import dev.keepwell.health.Anatomy.ActiveCap;
import dev.keepwell.health.Anatomy.Judge;
import dev.keepwell.health.MeasureRow.InGroup;
import dev.keepwell.health.MeasureRow.Seen;
import dev.keepwell.health.MeasureRow.Worth;
import dev.keepwell.health.MeasureScore.Part;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// An anatomy as flat rows, and back. Nothing is lost on the way.
record AnatomyRows(ScoreRow score, List<MeasureRow> measures) {

    private static final String COUNTED = "counted";
    private static final String MISSING = "missing";
    private static final String NOT_APPLICABLE = "not_applicable";

    static AnatomyRows of(Anatomy anatomy) {
        return new AnatomyRows(scoreOf(anatomy), measuresOf(anatomy));
    }

    static ScoreRow scoreOf(Anatomy anatomy) {
        return score(LedgerKey.of(anatomy), anatomy);
    }

    static List<MeasureRow> measuresOf(Anatomy anatomy) {
        var key = LedgerKey.of(anatomy);
        var measures = new ArrayList<MeasureRow>();
        for (var group : anatomy.groups()) {
            var inGroup = inGroup(group);
            for (var it : group.measures()) {
                measures.add(row(key, measures.size(), inGroup, it));
            }
        }
        var scored = anatomy.measures().map(MeasureScore::metric).collect(Collectors.toSet());
        for (var it : anatomy.facts().observations().values()) {
            if (!scored.contains(it.metric())) {
                measures.add(new MeasureRow(key, measures.size(), null, seen(it), null, null));
            }
        }
        var beside = anatomy.facts().beside();
        return measures.stream().map(it -> it.with(compared(it.metric(), beside))).toList();
    }

    private static @Nullable Compared compared(MetricName metric, Circumstances beside) {
        var baseline = beside.baselines().get(metric);
        var standing = beside.standings().get(metric);
        return baseline == null && standing == null
                ? null
                : new Compared(baseline == null ? null : seen(baseline), standing);
    }

    Anatomy anatomy() {
        var observations = measures.stream().map(it -> it.seen().observation()).toList();
        var conditions = words(score.notes().conditions());
        var holds = new LinkedHashMap<String, Boolean>();
        conditions.forEach(it -> holds.put(left(it), Boolean.valueOf(right(it))));
        var key = score.key();
        return new Anatomy(
                new Judge(key.model(), key.version(), profile(), score.notes().inputHash()),
                Facts.of(new AccountId(key.account()), key.day(), observations, holds)
                        .in(circumstances()),
                groups(),
                score.coverage(),
                words(score.notes().caps()).map(this::cap).toList(),
                score.verdict(),
                score.state(),
                words(score.notes().warnings()).toList());
    }

    private String profile() {
        var profile = score.later().profile();
        return profile == null ? Profile.NONE : profile;
    }

    private Circumstances circumstances() {
        var baselines = new LinkedHashMap<MetricName, Observation>();
        var standings = new LinkedHashMap<MetricName, Circumstances.Standing>();
        for (var row : measures) {
            var compared = row.compared();
            if (compared != null && compared.baseline() != null) {
                baselines.put(row.metric(), compared.baseline().observation());
            }
            if (compared != null && compared.standing() != null) {
                standings.put(row.metric(), compared.standing());
            }
        }
        var later = score.later();
        var overruled = later.overruled();
        return Circumstances.of(
                TraitWords.read(later.traits()),
                baselines,
                standings,
                overruled == null ? null : overruled.override());
    }

    private List<GroupScore> groups() {
        var groups = new LinkedHashMap<InGroup, List<MeasureScore>>();
        for (var row : measures) {
            if (row.group() != null && row.worth() != null) {
                var observation = row.seen().observation();
                var part = part(row.worth());
                groups.computeIfAbsent(row.group(), _ -> new ArrayList<>())
                        .add(new MeasureScore(observation, row.worth().weight(), part));
            }
        }
        return groups.entrySet().stream().map(AnatomyRows::group).toList();
    }

    private static GroupScore group(Map.Entry<InGroup, List<MeasureScore>> entry) {
        var it = entry.getKey();
        return new GroupScore(
                it.group(),
                it.weight(),
                it.effectiveWeight(),
                it.coverage(),
                GroupScore.Standing.valueOf(it.standing()),
                entry.getValue());
    }

    private static ScoreRow score(LedgerKey key, Anatomy anatomy) {
        var waited = anatomy.state() instanceof Hysteresis.State.Since it ? it.waitedDays() : 0;
        var caps = anatomy.caps().stream();
        var holds = anatomy.facts().conditions().entrySet().stream();
        var binding = anatomy.caps().stream().filter(ActiveCap::isBinding).map(ActiveCap::cap);
        return new ScoreRow(
                key,
                numbers(anatomy.verdict()),
                anatomy.band().word(),
                anatomy.coverage(),
                waited,
                new ScoreRow.Notes(
                        anatomy.status(),
                        sentence(caps.map(it -> it.cap() + "=" + it.atMost().word())),
                        binding.findFirst().orElse(null),
                        sentence(holds.map(it -> it.getKey() + "=" + it.getValue())),
                        sentence(anatomy.warnings().stream()),
                        anatomy.judge().inputHash()),
                later(anatomy));
    }

    private static ScoreNotes later(Anatomy anatomy) {
        var beside = anatomy.facts().beside();
        var beneath =
                anatomy.state() instanceof Hysteresis.State.Since it
                                && it.published() != anatomy.band()
                        ? it.published().word()
                        : null;
        return new ScoreNotes(
                anatomy.judge().profile(),
                TraitWords.write(beside.traits()),
                beneath,
                Overruled.of(beside.override()));
    }

    private static ScoreRow.@Nullable Numbers numbers(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Grey _ -> null;
            case Verdict.Scored(
                            var raw,
                            var rounded,
                            var capped,
                            var published,
                            var plainBand,
                            _) ->
                    new ScoreRow.Numbers(raw, rounded, capped, published, plainBand.word());
        };
    }

    private static InGroup inGroup(GroupScore it) {
        var score = it.score();
        return new InGroup(
                it.group(),
                it.weight(),
                it.effectiveWeight(),
                score.isPresent() ? score.getAsDouble() : null,
                it.coverage(),
                it.standing().name());
    }

    private static MeasureRow row(LedgerKey key, int position, InGroup group, MeasureScore it) {
        var weight = it.weight();
        var worth =
                switch (it.part()) {
                    case Part.Counted(var points, var freshness, var effective) ->
                            new Worth(
                                    COUNTED,
                                    weight,
                                    freshness,
                                    points,
                                    effective,
                                    it.contribution());
                    case Part.Missing() -> new Worth(MISSING, weight, null, null, 0, 0);
                    case Part.NotApplicable() ->
                            new Worth(NOT_APPLICABLE, weight, null, null, 0, 0);
                };
        return new MeasureRow(key, position, group, seen(it.observation()), worth, null);
    }

    private static Part part(Worth worth) {
        return switch (worth.standing()) {
            case COUNTED ->
                    new Part.Counted(
                            Objects.requireNonNull(worth.points()),
                            Objects.requireNonNull(worth.freshness()),
                            worth.effectiveWeight());
            case NOT_APPLICABLE -> new Part.NotApplicable();
            case String _ -> new Part.Missing();
        };
    }

    private static Seen seen(Observation observation) {
        return switch (observation) {
            case Observation.Measured(
                            var metric,
                            var status,
                            var value,
                            var observedOn,
                            var source) ->
                    new Seen(metric.value(), status.name(), value, observedOn, source);
            case Observation.Unknown(var metric, var status) ->
                    new Seen(metric.value(), status.name(), null, null, null);
        };
    }

    private ActiveCap cap(String word) {
        var isBinding = left(word).equals(score.notes().bindingCap());
        return new ActiveCap(left(word), Band.of(right(word)), isBinding);
    }

    private static String sentence(Stream<String> words) {
        return words.collect(Collectors.joining(" "));
    }

    private static Stream<String> words(String sentence) {
        return sentence.isEmpty() ? Stream.of() : Stream.of(sentence.split(" ", -1));
    }

    private static String left(String word) {
        return word.substring(0, word.indexOf('='));
    }

    private static String right(String word) {
        return word.substring(word.indexOf('=') + 1);
    }
}
