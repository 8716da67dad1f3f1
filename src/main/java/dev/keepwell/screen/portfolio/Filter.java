package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// One condition on the accounts of a list, as addresses write it: `renewal.within(90d)`.
public record Filter(Field field, Match match, List<String> arguments) {

    private static final int FILTERS_MAX = 20;
    private static final int ARGUMENTS_MAX = 100;
    private static final Pattern CALL =
            Pattern.compile("([a-z_]+)\\.([a-z_]+)\\((.*)\\)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("[^,()\"]+");

    public Filter {
        arguments = List.copyOf(arguments);
    }

    /// Several, between commas, all of which must hold. An argument that has a comma, a bracket or
    /// a quote in it stands in double quotes, which are doubled inside.
    public static List<Filter> parse(String text) {
        if (text.isBlank()) {
            return List.of();
        }
        var calls = split(text);
        if (calls.size() > FILTERS_MAX) {
            throw refusal(text, "There may be %d filters at once.".formatted(FILTERS_MAX));
        }
        return calls.stream().map(String::strip).map(Filter::one).toList();
    }

    /// Several as an address writes them.
    public static String text(List<Filter> filters) {
        return filters.stream().map(Filter::text).collect(Collectors.joining(","));
    }

    /// As it was parsed, so that an address can be built again.
    public String text() {
        return arguments.stream()
                .map(it -> isPlain(it) ? it : '"' + it.replace("\"", "\"\"") + '"')
                .collect(Collectors.joining(",", field.word() + "." + match.word() + "(", ")"));
    }

    /// Spaces at its ends would be taken for those between the arguments.
    private static boolean isPlain(String argument) {
        return PLAIN.matcher(argument).matches() && argument.equals(argument.strip());
    }

    private static Filter one(String text) {
        var call = CALL.matcher(text);
        if (!call.matches()) {
            throw refusal(text, "A filter is written like health.in(R,Y) or renewal.within(90d).");
        }
        var field = Field.named("The filter '" + text + "'", call.group(1));
        var matches = field.kind().matches();
        var match = Match.find(call.group(2)).filter(matches::contains).orElse(null);
        if (match == null) {
            var words = matches.stream().map(Match::word).toList();
            throw refusal(
                    text,
                    "%s can be asked %s.%s"
                            .formatted(
                                    field.word(),
                                    matches.stream()
                                            .map(Match::call)
                                            .collect(Collectors.joining(", ")),
                                    Suggestion.forWord(call.group(2), words)));
        }
        var inside = call.group(3);
        var arguments =
                inside.isBlank()
                        ? List.<String>of()
                        : split(inside).stream().map(it -> argument(text, it.strip())).toList();
        if (!match.takes(arguments.size()) || arguments.size() > ARGUMENTS_MAX) {
            throw refusal(
                    text,
                    "It has %d arguments, but is called %s."
                            .formatted(arguments.size(), match.call()));
        }
        var filter = new Filter(field, match, arguments);
        Condition.check(filter);
        return filter;
    }

    private static String argument(String filter, String text) {
        if (text.startsWith("\"") && text.endsWith("\"") && text.length() > 1) {
            return checked(filter, text.substring(1, text.length() - 1).replace("\"\"", "\""));
        }
        if (!PLAIN.matcher(text).matches()) {
            throw refusal(filter, "An argument is empty or lacks its quotes.");
        }
        return checked(filter, text);
    }

    /// The database takes every character but one, and nothing is called nothing.
    private static String checked(String filter, String argument) {
        if (argument.isEmpty() || argument.indexOf('\0') >= 0) {
            throw refusal(filter, "An argument is empty, or has the character U+0000.");
        }
        return argument;
    }

    /// At the commas that stand neither in brackets nor in quotes.
    private static List<String> split(String text) {
        var parts = new ArrayList<String>();
        int depth = 0;
        boolean quoted = false;
        int from = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            if (!quoted && c == '(') {
                depth++;
            } else if (!quoted && c == ')') {
                depth--;
            } else if (!quoted && c == ',' && depth == 0) {
                parts.add(text.substring(from, i));
                from = i + 1;
            }
        }
        parts.add(text.substring(from));
        return parts;
    }

    Refusal refused(String rule) {
        return refusal(text(), rule);
    }

    private static Refusal refusal(String filter, String rule) {
        return Refusal.invalid(
                "filter", "The filter '%s' cannot be used. %s".formatted(filter, rule));
    }
}
