package dev.keepwell.health;

import dev.keepwell.health.Clause.Comparison;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.metric.Condition.Answers;
import dev.keepwell.metric.Conditions;
import dev.keepwell.metric.MetricName;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a cap or a profile asks: `sponsor_departed and renewal_within_120_days`,
/// `max_days_past_due > 30`, `segment = "Food and Drink" and tenure_days < 90`.
record ClauseText(Conditions conditions) {

    private static final Pattern CLAUSE =
            Pattern.compile(
                    "\\s*(\\w+)"
                            + "(?:\\s*(>=|<=|>|<|=)\\s*(\"[^\"]*\"|[^\\s\"]+))?"
                            + "\\s*(?:\\band\\b|$)");
    private static final Pattern NUMBER = Pattern.compile("[+-]?\\d+(\\.\\d+)?");

    List<Clause> read(Place place) {
        var text = place.text().strip();
        var clauses = new ArrayList<Clause>();
        var matcher = CLAUSE.matcher(text);
        while (matcher.regionStart() < text.length()) {
            if (!matcher.lookingAt()) {
                throw refused(place, text.substring(matcher.regionStart()).strip());
            }
            clauses.add(clause(place, matcher));
            matcher.region(matcher.end(), text.length());
        }
        if (text.endsWith(" and")) {
            throw place.refuse("Something has to follow 'and'.");
        }
        return clauses;
    }

    private Clause clause(Place place, Matcher matcher) {
        var name = matcher.group(1);
        var sign = matcher.group(2);
        if (sign == null) {
            if (!conditions.answers(name).equals(Optional.of(Answers.HOLDS))) {
                throw refused(place, name);
            }
            return new Clause.Holds(name);
        }
        return compared(place, name, sign, matcher.group(3));
    }

    /// A condition that holds or not is never compared; a word is the same or not, a number more or
    /// less.
    private Clause compared(Place place, String name, String sign, String right) {
        var answers = conditions.answers(name);
        if (answers.equals(Optional.of(Answers.HOLDS))) {
            throw place.refuse(
                    "'%s' holds or does not: write it without '%s'.".formatted(name, sign));
        }
        if (sign.equals("=")) {
            if (answers.isEmpty()) {
                throw refused(place, name);
            }
            return new Clause.Is(name, right.replace("\"", ""));
        }
        if (answers.equals(Optional.of(Answers.WORD))) {
            throw place.refuse("'%s' is a word: compare it with '='.".formatted(name));
        }
        if (!NUMBER.matcher(right).matches()) {
            throw place.refuse(
                    "'%s' is compared with a number, but got %s.".formatted(name, right));
        }
        var comparison = Comparison.of(sign);
        var bound = Double.parseDouble(right);
        return answers.isPresent()
                ? new Clause.Counts(name, comparison, bound)
                : new Clause.Compares(place.make(() -> new MetricName(name)), comparison, bound);
    }

    private Refusal refused(Place place, String text) {
        return place.refuse(
                "'%s' is neither a condition nor a comparison such as 'mau < 1'.%s"
                        .formatted(text, Suggestion.forWord(text, conditions.names())));
    }
}
