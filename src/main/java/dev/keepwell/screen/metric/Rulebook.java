package dev.keepwell.screen.metric;

import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Metric.Bounds;
import dev.keepwell.metric.Metric.Rules;
import dev.keepwell.metric.Window;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What a metric obeys at its edges, in sentences.
final class Rulebook {

    /// Wider bounds only catch mistakes of the data, and tell a reader nothing.
    private static final double TELLING = 1_000;

    private Rulebook() {}

    static String window(Window window) {
        return switch (window) {
            case Window.Instant() -> "The close of a day";
            case Window.Whole(var usual) ->
                    switch (usual) {
                        case "month" -> "A whole period, usually the calendar month";
                        case "quarter" -> "A whole period, usually the fiscal quarter";
                        case "year" -> "A whole period, usually the fiscal year";
                        case "ttm" -> "A whole period, usually the twelve months to the day";
                        case String other -> "A whole period, usually " + other;
                    };
            case Window.Trailing(var accountDays, var groupDays, var fixed) ->
                    (accountDays.equals(groupDays)
                                    ? days(groupDays.usual())
                                    : "%s for an account, %s for a group"
                                            .formatted(
                                                    days(accountDays.usual()),
                                                    days(groupDays.usual())))
                            + (fixed ? ", whatever period is asked for" : "");
        };
    }

    static String absent(Metric metric) {
        return switch (metric.rules().absent()) {
            case ZERO -> "It is zero: we looked, and there was nothing";
            case NO_DATA -> "No value: silence does not mean zero";
            case ZERO_DENOMINATOR -> "No value: there is nothing to divide by";
        };
    }

    static String grains(Metric metric) {
        return metric.rules().per().stream().map(Grain::word).collect(Collectors.joining(", "));
    }

    /// The tables without which it has no value.
    static String sources(Metric metric) {
        return metric.rules().sources().stream()
                .map(it -> String.join(" or ", it))
                .collect(Collectors.joining(", "));
    }

    static List<String> edges(Metric metric) {
        var rules = metric.rules();
        var edges = new ArrayList<String>();
        bounds(rules.bounds(), edges);
        if (rules.sample().minimum().usual() > 0) {
            edges.add(
                    "From fewer than %d cases the value is shown, and neither coloured nor scored."
                            .formatted(rules.sample().minimum().usual()));
        }
        if (rules.sample().wilson()) {
            edges.add("It is a sample, so it comes with its interval after Wilson.");
        }
        if (rules.beginsWith() != null) {
            edges.add(
                    "Before the first row of %s there is no value.".formatted(rules.beginsWith()));
        }
        if (rules.stallsAfterDays() != null) {
            edges.add(
                    "A source that is silent for more than %s counts as broken, and is not scored."
                            .formatted(days(rules.stallsAfterDays())));
        }
        members(rules, edges);
        return edges;
    }

    private static void bounds(Bounds bounds, List<String> edges) {
        if (Math.abs(bounds.lowest()) <= TELLING && Math.abs(bounds.highest()) <= TELLING) {
            edges.add(
                    "A value outside %s to %s is a mistake and is never shown."
                            .formatted(number(bounds.lowest()), number(bounds.highest())));
        }
    }

    private static void members(Rules rules, List<String> edges) {
        switch (rules.members()) {
            case OPENING -> edges.add("A group is made of the accounts of the first day.");
            case DATED -> edges.add("A group counts each account for the days it belonged to it.");
            case CLOSING -> {} // What everybody expects needs no sentence.
        }
    }

    private static String days(int count) {
        return count == 1 ? "1 day" : count + " days";
    }

    private static String number(double number) {
        return Figures.number(BigDecimal.valueOf(number), 2);
    }
}
