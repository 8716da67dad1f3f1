package dev.keepwell.screen.metric;

import dev.keepwell.metric.Kind;
import dev.keepwell.metric.Metric;
import java.util.List;
import java.util.regex.Pattern;

/// How the parts of a metric become its value: in words, and with what the query says of each part.
public record Formula(String words, List<Role> roles) {

    private static final Pattern CAST =
            Pattern.compile("(?s)cast\\((.*)\\s+as\\s+\\w+(\\(\\d+(,\\s*\\d+)?\\))?\\)");

    public Formula {
        roles = List.copyOf(roles);
    }

    /// A part by its role, and the expression that counts it.
    public record Role(String name, String expression) {}

    static Formula of(Metric metric) {
        var roles =
                metric.kind().columns().stream()
                        .flatMap(it ->
                                expressions(metric.query(), it).stream()
                                        .map(found -> new Role(it, found)))
                        .toList();
        return new Formula(words(metric), roles);
    }

    private static String words(Metric metric) {
        var grouped =
                metric.groupQuery().isEmpty()
                        ? "A group adds the parts of its accounts first and divides last."
                        : "A group is counted anew, by the query for groups.";
        return switch (metric.kind()) {
            case Kind.Amount _ -> "An amount. A group is the sum of its accounts.";
            case Kind.Count _ -> "A count. A group is the sum of its accounts.";
            case Kind.Distinct _ ->
                    "A count of different people or things. A group counts them again, because"
                            + " accounts share some.";
            case Kind.Latest _ -> "A state of one account. No sum describes a group of them.";
            case Kind.Ratio(var times) ->
                    (times == 1 ? "" : times + " × ") + "numerator ÷ denominator. " + grouped;
            case Kind.Balance _ -> "100 × (promoters − detractors) ÷ answers. " + grouped;
        };
    }

    /// What the query calls by this name: once, or once for each select of a union. Selects within
    /// brackets only prepare.
    private static List<String> expressions(String query, String column) {
        var plain = query.replaceAll("--[^\\n]*", "");
        var name = Pattern.compile("\\s+as\\s+" + column + "\\b").matcher(plain);
        return name.results()
                .filter(it -> depth(plain.substring(0, it.start())) == 0)
                .map(it -> unwrapped(plain.substring(start(plain, it.start()), it.start())))
                .toList();
    }

    private static long depth(String text) {
        return text.chars().filter(it -> it == '(').count()
                - text.chars().filter(it -> it == ')').count();
    }

    /// Walks back to the comma or the `select` that the expression follows.
    private static int start(String query, int end) {
        int depth = 0;
        for (int i = end - 1; i >= 0; i--) {
            var sign = query.charAt(i);
            depth += sign == ')' ? 1 : sign == '(' ? -1 : 0;
            if (depth < 0 || (depth == 0 && sign == ',')) {
                return i + 1;
            }
            if (depth == 0 && query.startsWith("select", i)) {
                return i + "select".length();
            }
        }
        return 0;
    }

    private static String unwrapped(String expression) {
        var line = expression.strip().replaceAll("\\s+", " ");
        line = line.replace("( ", "(").replace(" )", ")");
        var cast = CAST.matcher(line);
        return cast.matches() ? cast.group(1).strip() : line;
    }
}
