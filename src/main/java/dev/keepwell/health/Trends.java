package dev.keepwell.health;

import dev.keepwell.health.Anatomy.Judge;
import dev.keepwell.health.Trend.Span;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
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

    /// `closed` are days before that of `now`, oldest first, and `judges` finds the versions that
    /// judged, with all their profiles.
    public static Trends of(Anatomy now, List<Anatomy> closed, IntFunction<ModelVersion> judges) {
        var published = new TreeMap<LocalDate, Double>();
        var present = new Present(now.judge(), judges, new HashMap<>());
        @Nullable LocalDate other = null;
        for (var it : closed) {
            if (it.day().isBefore(now.day()) && !it.day().isBefore(firstDay(now.day()))) {
                present.score(it).ifPresent(score -> published.put(it.day(), score));
                other = it.judge().isSame(now.judge()) ? other : it.day();
            }
        }
        published(now.verdict()).ifPresent(it -> published.put(now.day(), it));
        var trends =
                Arrays.stream(Span.values()).map(it -> Trend.of(it, now.day(), published)).toList();
        return new Trends(trends, other == null ? null : other.plusDays(1));
    }

    /// The present rules, by which other days are judged again. What nobody looked at on such a day
    /// would count as missing, and it was not: so they have to have looked at everything.
    private record Present(
            Judge judge, IntFunction<ModelVersion> judges, Map<Integer, ModelVersion> found) {

        Optional<Double> score(Anatomy then) {
            if (then.judge().isSame(judge)) {
                return published(then.verdict());
            }
            var model = version(judge.version());
            var looked = Known.of(version(then.judge().version()).model());
            return looked.covers(Known.of(model.model()))
                    ? published(Scoring.scoreUnder(judge.profile(), model, then.facts()).verdict())
                    : Optional.empty();
        }

        private ModelVersion version(int number) {
            return found.computeIfAbsent(number, judges::apply);
        }
    }

    private static Optional<Double> published(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Scored it -> Optional.of(it.published());
            case Verdict.Grey _ -> Optional.empty();
        };
    }
}
