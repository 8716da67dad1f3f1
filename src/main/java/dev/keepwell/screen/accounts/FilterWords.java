package dev.keepwell.screen.accounts;

import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Filter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Says in words what a filter asks for.
final class FilterWords {

    private FilterWords() {}

    /// `Health: Red, Yellow`.
    static String of(Filter filter) {
        var name = name(filter.field());
        var arguments = filter.arguments();
        return switch (filter.match()) {
            case IS, IN ->
                    filter.field() == Field.CUSTOMER
                            ? customer(arguments.getFirst())
                            : name + ": " + words(filter);
            case NOT -> name + ": not " + words(filter);
            case OVER -> over(filter.field(), arguments.getFirst());
            case UNDER -> name + " under " + arguments.getFirst();
            case WITHIN -> within(filter.field(), arguments.getFirst());
            case PASSED -> name + " past due";
            case NEVER -> "Never in touch";
            case KNOWN -> name + " is known";
            case UNKNOWN -> name + " is unknown";
        };
    }

    /// The same where the field is named already: `Over 30 days ago`.
    static String brief(Filter filter) {
        if (filter.field() == Field.CUSTOMER) {
            return of(filter);
        }
        var rest = of(filter).replace(name(filter.field()), "").strip();
        return rest.substring(0, 1).toUpperCase(Locale.ROOT) + rest.substring(1);
    }

    static String name(Field field) {
        return switch (field) {
            case NAME -> "Account";
            case HEALTH -> "Health";
            case SCORE -> "Score";
            case CHANGE -> "Change in 30 days";
            case COVERAGE -> "Coverage";
            case WEAKEST -> "Weakest group";
            case TURNED -> "Changed colour";
            case MRR -> "MRR";
            case RENEWAL -> "Renewal";
            case OVERDUE -> "Days past due";
            case OWNER -> "CSM";
            case PULSE -> "Pulse";
            case PULSE_SET -> "Pulse set";
            case TOUCH -> "Last touch";
            case SPONSOR -> "Sponsor";
            case USAGE -> "DAU/MAU";
            case LICENCES -> "Licences used";
            case NPS -> "NPS";
            case TIER -> "Tier";
            case SEGMENT -> "Segment";
            case PLAN -> "Plan";
            case CUSTOMER -> "Customer";
        };
    }

    /// What a word of a field is called: `R` is Red, `high_touch` is high touch.
    static String word(Field field, String word) {
        return switch (field) {
            case HEALTH, PULSE ->
                    switch (word.toUpperCase(Locale.ROOT)) {
                        case "R", "RED" -> "Red";
                        case "Y", "YELLOW" -> "Yellow";
                        case "G", "GREEN" -> "Green";
                        default -> "No score";
                    };
            case SPONSOR ->
                    word.equals("ok")
                            ? "OK"
                            : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
            default -> word.replace('_', ' ');
        };
    }

    private static String words(Filter filter) {
        return filter.arguments().stream()
                .map(it -> word(filter.field(), it))
                .collect(Collectors.joining(", "));
    }

    private static String customer(String word) {
        return List.of("yes", "true").contains(word) ? "Customers" : "Others";
    }

    private static String over(Field field, String bound) {
        return switch (field) {
            case RENEWAL -> "Renewal over " + days(bound) + " away";
            case TOUCH, PULSE_SET, TURNED -> name(field) + " over " + days(bound) + " ago";
            default -> name(field) + " over " + bound;
        };
    }

    private static String within(Field field, String bound) {
        return field == Field.RENEWAL
                ? "Renewal within " + days(bound)
                : name(field) + " in the last " + days(bound);
    }

    private static String days(String bound) {
        return bound.replace("d", " days");
    }
}
