package dev.keepwell.warehouse;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The text of the catalogue in the form in which a cluster takes it.
///
/// A session has views of its own, and those have no schemas: `from fact.user_day` is read as `from
/// fact_user_day as user_day`. A table made of a query that is named to it, such as
/// `survival(stays, 90)`, is written out. Nothing in quotes or comments is touched.
final class ClusterText {

    private static final Pattern TABLE =
            Pattern.compile(
                    "(?s)'(?:[^']|'')*'|--[^\\n]*|/\\*.*?\\*/"
                            + "|\\b(?<word>from|join)(?<gap>\\s+)"
                            + "(?<schema>fact|customer|lake|ledger)\\.(?<name>\\w+)"
                            + "(?<alias>\\s+as\\b)?");

    private static final Map<String, String> TYPES =
            Map.of("varchar", "string", "timestamp", "timestamp_ntz", "timestamptz", "timestamp");

    private ClusterText() {}

    static String of(String sql) {
        return TABLE.matcher(Survival.writtenOut(sql)).replaceAll(ClusterText::replacement);
    }

    private static String replacement(MatchResult it) {
        if (it.group("name") == null) {
            return Matcher.quoteReplacement(it.group());
        }
        var alias = it.group("alias") == null ? " as " + it.group("name") : it.group("alias");
        return it.group("word") + it.group("gap") + view(it) + alias;
    }

    private static String view(MatchResult it) {
        return it.group("schema") + "_" + it.group("name");
    }

    /// The view of a table: `fact_user_day`.
    static String view(String table) {
        return table.replace('.', '_');
    }

    /// The type as the cluster calls it, of columns that are declared as a fact declares them.
    static String type(String declared) {
        return TYPES.getOrDefault(declared, declared);
    }

    /// Columns such as `day date, user_ref varchar`, with the types as the cluster calls them.
    static String columns(String declared) {
        return columns(declared, it -> it[0] + " " + type(it[1]));
    }

    /// The names of the columns alone.
    static String names(String declared) {
        return columns(declared, it -> it[0]);
    }

    private static String columns(String declared, Function<String[], String> each) {
        return Pattern.compile(",(?![^(]*\\))")
                .splitAsStream(declared)
                .map(it -> each.apply(it.strip().split("\\s+", 2)))
                .collect(Collectors.joining(", "));
    }
}
