package dev.keepwell.health;

import dev.keepwell.health.Anatomy.Judge;
import dev.keepwell.health.Trend.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which way the score of an account goes over a week, a month and a quarter.
///
/// A trend is the customer's doing. Days that other rules judged, by another version of the model
/// or another profile, are judged again by the present ones, as far as what was observed then
/// allows it; `changedOn` is the first day of the present rules, where it lies in the quarter.
public record Trends(List<Trend> trends, @Nullable LocalDate changedOn) {

    public Trends {
        trends = List.copyOf(trends);
    }

    /// The first day that trends which end with `day` look at.
    public static LocalDate firstDay(LocalDate day) {
        return Trend.firstDay(Span.QUARTER, day);
    }

    /// `closed` are days before that of `now`, oldest first, and `model` is the version that judged
    /// `now`, with all its profiles.
    public static Trends of(Anatomy now, List<Anatomy> closed, ModelVersion model) {
        var published = new TreeMap<LocalDate, Double>();
        @Nullable LocalDate other = null;
        for (var it : closed) {
            if (it.day().isBefore(now.day()) && !it.day().isBefore(firstDay(now.day()))) {
                score(it, now.judge(), model).ifPresent(score -> published.put(it.day(), score));
                other = it.judge().isSame(now.judge()) ? other : it.day();
            }
        }
        published(now.verdict()).ifPresent(it -> published.put(now.day(), it));
        var trends =
                Arrays.stream(Span.values()).map(it -> Trend.of(it, now.day(), published)).toList();
        return new Trends(trends, other == null ? null : other.plusDays(1));
    }

    private static Optional<Double> score(Anatomy then, Judge judge, ModelVersion model) {
        if (then.judge().isSame(judge)) {
            return published(then.verdict());
        }
        // What nobody looked at on that day would count as missing, and it was not.
        var beside = then.facts().beside();
        var isAllKnown =
                then.facts().observations().keySet().containsAll(model.model().metrics())
                        && knowsConditions(then.facts(), model.model())
                        && model.model()
                                .everyMeasure()
                                .allMatch(it -> it.curve().isAnswered(it.metric(), beside));
        return isAllKnown
                ? published(Scoring.scoreUnder(judge.profile(), model, then.facts()).verdict())
                : Optional.empty();
    }

    private static boolean knowsConditions(Facts facts, Model model) {
        return model.conditions().stream()
                .allMatch(it ->
                        facts.conditions().containsKey(it)
                                || facts.beside().traits().containsKey(it));
    }

    private static Optional<Double> published(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored it -> Optional.of(it.published());
            case Verdict.Grey _ -> Optional.empty();
        };
    }
}
