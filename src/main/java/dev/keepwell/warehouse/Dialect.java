package dev.keepwell.warehouse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// The part of SQL that every engine reads in the same way, as far as a text shows it.
///
/// What only one engine knows would fail there loudly. What both know and mean differently would
/// not: the other engine would answer, and be wrong.
public final class Dialect {

    /// Something that engines do not agree on: the line of the text, counted from one, and what
    /// would mend it.
    public record Slip(int line, String said) {}

    private record Rule(Pattern pattern, String said) {

        static Rule of(String pattern, String said) {
            return new Rule(Pattern.compile("(?is)" + pattern), said);
        }
    }

    /// Blocks, comments and quoted text, which are none of the engine's business.
    private static final Pattern SILENT =
            Pattern.compile("(?s)/\\*.*?\\*/|--[^\\n]*|'(?:[^']|'')*'");

    private static final String DOUBLES = "(?is).*\\b(divided|raised|sqrt|as_double)\\s*\\(.*";
    private static final String ROUNDED = "(?is).*\\b(rounded|finely)\\s*\\(.*";
    private static final String WHOLE =
            "(?is)\\s*((sum|count|floor|whole|substr|null|coalesce\\s*\\(\\s*(sum|count))\\b.*"
                    + "|[\\w.]*(day|days|users|age)\\s*|\\w+ % \\d+\\s*)";

    private static final List<Rule> RULES =
            List.of(
                    Rule.of("::", "'::' is known to one engine. Write cast(x as type)."),
                    Rule.of(
                            "\"[^\"]*\"",
                            "double quotes hold a name on one engine and a text on the other. Write"
                                    + " 'text', and a name that is a word of SQL after its table,"
                                    + " as in hold.from."),
                    Rule.of(
                            "//?",
                            "what '/' gives depends on the engine. Write divided(a, b), a double"
                                    + " that is null where b is 0, or whole(a, b)."),
                    Rule.of(
                            "\\[",
                            "lists are written differently. Join (values ('a'), ('b')) as"
                                    + " line(name)."),
                    Rule.of(
                            "\\bfilter\\s*\\(",
                            "'filter' is not known everywhere. Write count(case when … then 1"
                                    + " end)."),
                    Rule.of(
                            "\\bqualify\\b",
                            "'qualify' is not known everywhere. Number the rows in a query before,"
                                    + " and keep place = 1."),
                    Rule.of(
                            "\\b(unnest|explode|lateral|generate_series|struct_pack)\\b",
                            "'%s' is known to one engine. Join (values …) as line(name), or"
                                    + " range(0, 100) as passed (days)."),
                    Rule.of(
                            "\\b(arg_max|arg_min)\\s*\\(",
                            "'%s' is known to one engine. Write max_by(what, rank) of what is never"
                                    + " null."),
                    Rule.of(
                            "\\b(string_agg|listagg|list|list_\\w+|collect_list|collect_set)"
                                    + "\\s*\\(",
                            "'%s' is known to one engine. Write joined(array_agg(text)), which"
                                    + " sorts them."),
                    Rule.of(
                            "\\b(power|pow|exp|ln|log|product|stddev\\w*|var_\\w+|quantile\\w*"
                                    + "|percentile\\w*)\\s*\\(",
                            "the last digit of '%s' depends on the engine. Write raised(base,"
                                    + " exponent), or add and count."),
                    Rule.of(
                            "\\bavg\\s*\\(",
                            "'avg' adds fractions in whatever order. Write divided(sum(x),"
                                    + " count(x))."),
                    Rule.of(
                            "\\b(varchar|text|timestamptz|hugeint|real|float|int8|int4)\\b",
                            "the type '%s' is not known everywhere. Take string, integer, bigint,"
                                    + " decimal(p, s), double, boolean, date or timestamp."),
                    Rule.of(
                            "\\b(timezone|at time zone|extract|epoch|date_trunc|date_part|datediff"
                                    + "|date_diff|strftime|date_format|current_date"
                                    + "|current_timestamp)\\b",
                            "'%s' differs between engines. Days are numbers: day_number(date),"
                                    + " local_day(instant), utc_instant(timestamp),"
                                    + " epoch_second(instant)."),
                    Rule.of(
                            "\\b(dayofweek|day_of_week|dow|isodow|weekday|dayname)\\b",
                            "the week of '%s' begins on another day elsewhere. Count:"
                                    + " (day_number(date) + 3) % 7 is 0 on a Monday."),
                    Rule.of(
                            "\\w+_on\\s*-\\s",
                            "date minus date is a number on one engine and a time span on the"
                                    + " other. Take day_number of both."),
                    Rule.of(
                            "\\b(using sample|tablesample|pivot|asof|distinct on|by name"
                                    + "|\\* exclude|ilike)\\b",
                            "'%s' is not known everywhere, or not the same."),
                    Rule.of(
                            "\\bvalues\\s*\\((?=[^;]{0,300}?\\b\\w+\\(\\)[^()]*\\)\\s*(,|\\)))",
                            "'values' holds plain values only. Bring the word in by coalesce."));

    private Dialect() {}

    /// In the order of their lines; nothing when every engine reads the text alike.
    public static List<Slip> slips(String text) {
        var sql = SILENT.matcher(text).replaceAll(it -> it.group().replaceAll("[^\\n]", " "));
        var slips = new ArrayList<Slip>();
        for (var rule : RULES) {
            rule.pattern()
                    .matcher(sql)
                    .results()
                    .forEach(it -> slips.add(slip(sql, it.start(), rule.said(), it)));
        }
        calls(sql, slips);
        slips.sort(Comparator.comparingInt(Slip::line));
        return List.copyOf(slips);
    }

    private static Slip slip(String sql, int at, String said, MatchResult it) {
        var word = it.groupCount() > 0 && it.group(1) != null ? it.group(1) : it.group();
        return new Slip(line(sql, at), said.replace("%s", word));
    }

    private static int line(String sql, int at) {
        return 1 + (int) sql.substring(0, at).chars().filter(it -> it == '\n').count();
    }

    /// Casts and sums, of which it matters what they hold.
    private static void calls(String sql, List<Slip> slips) {
        var calls = Pattern.compile("(?i)\\b(cast|sum)\\s*\\(").matcher(sql);
        while (calls.find()) {
            var held = held(sql, calls.end());
            var isDouble = held.matches(DOUBLES) && !held.matches(ROUNDED);
            if (calls.group(1).equalsIgnoreCase("sum")) {
                if (isDouble) {
                    slips.add(
                            new Slip(
                                    line(sql, calls.start()),
                                    "a sum of doubles depends on their order. Write"
                                            + " sum(rounded(x))."));
                }
                continue;
            }
            cast(held, isDouble, line(sql, calls.start()), slips);
        }
    }

    private static void cast(String held, boolean isDouble, int line, List<Slip> slips) {
        var type = Pattern.compile("(?is)(.*)\\sas\\s+(\\w+)[^)]*\\)?\\s*").matcher(held);
        if (!type.matches()) {
            return;
        }
        switch (type.group(2).toLowerCase(Locale.ROOT)) {
            case "decimal" -> {
                if (isDouble) {
                    slips.add(
                            new Slip(
                                    line,
                                    "engines turn a double into a decimal differently. Write"
                                            + " rounded(x), which has 12 digits, or finely(x),"
                                            + " which has 18."));
                }
            }
            case "integer", "bigint", "int" -> {
                if (!type.group(1).matches(WHOLE)) {
                    slips.add(
                            new Slip(
                                    line,
                                    "one engine rounds to a whole number where the other cuts off."
                                            + " Write cast(floor(x) as integer)."));
                }
            }
            case String other -> {
                // Any other type is the same everywhere, or refused by its name.
            }
        }
    }

    /// What stands between a bracket that is open and its end.
    private static String held(String sql, int from) {
        int open = 1;
        int at = from;
        while (open > 0 && at < sql.length()) {
            open += sql.charAt(at) == '(' ? 1 : sql.charAt(at) == ')' ? -1 : 0;
            at++;
        }
        return sql.substring(from, Math.max(from, at - 1));
    }
}
