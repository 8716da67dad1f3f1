package dev.keepwell.screen.account;

import dev.keepwell.health.Loss;
import dev.keepwell.health.Model;
import dev.keepwell.health.PathToGreen;
import dev.keepwell.health.Target;
import dev.keepwell.health.Way;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.ValueText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What would make an account green, and what keeps it from it, in sentences.
public record GreenBox(String heading, List<String> first, List<Option> options, List<Reason> why) {

    private static final int REASONS_MAX = 3;

    public GreenBox {
        first = List.copyOf(first);
        options = List.copyOf(options);
        why = List.copyOf(why);
    }

    /// Changes that together are enough, and the score that they lead to.
    public record Option(String name, List<Step> steps, String score) {

        public Option {
            steps = List.copyOf(steps);
        }
    }

    /// One measure, from what it is to what it would have to be.
    public record Step(String metric, String title, String from, String to, String gain) {}

    /// A measure that takes points from the score, and the value at which it alone would suffice.
    public record Reason(String metric, String title, String value, String lost, String needed) {}

    /// Writes titles and values as the catalogue has them.
    private record Pen(Catalogue catalogue, Model model) {

        String title(MetricName metric) {
            return catalogue.find(metric).map(it -> it.meaning().title()).orElse(metric.value());
        }

        String value(MetricName metric, BigDecimal value) {
            return catalogue
                    .find(metric)
                    .map(it -> ValueText.of(it, value))
                    .orElseGet(() -> Figures.number(value, 2));
        }

        String target(MetricName metric, Target target) {
            var value = value(metric, target.value());
            return switch (target.side()) {
                case AT_LEAST -> "at least " + value;
                case AT_MOST -> "at most " + value;
                case BELOW -> "below " + value;
                case EXACTLY -> value;
            };
        }

        String says(String cap) {
            return model.caps().stream()
                    .filter(it -> it.name().equals(cap))
                    .map(it -> it.says())
                    .findFirst()
                    .orElse(cap);
        }
    }

    static GreenBox of(PathToGreen path, Model model, Catalogue catalogue) {
        var pen = new Pen(catalogue, model);
        var why = path.losses().stream().limit(REASONS_MAX).map(it -> reason(it, pen)).toList();
        return switch (path) {
            case PathToGreen.NoScore() ->
                    new GreenBox(
                            "Too little is known to judge. First the missing measures have to"
                                    + " answer.",
                            List.of(),
                            List.of(),
                            why);
            case PathToGreen.Arrived _ ->
                    new GreenBox("The score is green.", List.of(), List.of(), why);
            case PathToGreen.Ahead ahead -> ahead(ahead, why, pen);
        };
    }

    private static GreenBox ahead(PathToGreen.Ahead ahead, List<Reason> why, Pen pen) {
        var first = ahead.capsFirst().stream().map(it -> pen.says(it.cap())).toList();
        var colour = Figures.word(ahead.next()).toLowerCase(Locale.ROOT);
        var missing = Figures.score(ahead.missing());
        var heading =
                ahead.missing().signum() == 0
                        ? "The score is high enough. A cap holds it back."
                        : "%s points to %s, which begins at %s."
                                .formatted(missing, colour, Figures.score(ahead.border()));
        return new GreenBox(heading, first, options(ahead, pen), why);
    }

    private static List<Option> options(PathToGreen.Ahead ahead, Pen pen) {
        if (ahead.missing().signum() == 0) {
            return List.of();
        }
        var hasSingle = ahead.ways().stream().anyMatch(it -> it.steps().size() == 1);
        var none = new Option("No single measure is enough", List.of(), "");
        var found = ahead.ways().stream().map(it -> option(it, pen));
        return hasSingle ? found.toList() : Stream.concat(Stream.of(none), found).toList();
    }

    private static Option option(Way way, Pen pen) {
        var name = way.steps().size() == 1 ? "One change" : "Two changes together";
        var steps = way.steps().stream().map(it -> step(it, pen)).toList();
        return new Option(name, steps, Figures.points(way.score()));
    }

    private static Step step(Way.Step it, Pen pen) {
        return new Step(
                it.metric().value(),
                pen.title(it.metric()),
                pen.value(it.metric(), BigDecimal.valueOf(it.value())),
                pen.target(it.metric(), it.target()),
                Figures.signed(it.gain(), 2));
    }

    private static Reason reason(Loss it, Pen pen) {
        var needed = it.needed();
        return new Reason(
                it.metric().value(),
                pen.title(it.metric()),
                pen.value(it.metric(), BigDecimal.valueOf(it.value())),
                Figures.points(it.lost()),
                needed == null ? "" : pen.target(it.metric(), needed));
    }
}
