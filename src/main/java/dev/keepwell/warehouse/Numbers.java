package dev.keepwell.warehouse;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The words of arithmetic that give the same bits on every engine.
///
/// Engines agree on sums, products and quotients of doubles, because IEEE 754 settles them. They do
/// not agree on how a decimal becomes a double and a double a decimal, on what a quotient of
/// decimals is, nor on the last digit of a power. So queries divide by `divided`, round by
/// `rounded`, and raise by `raised`, which rests on sums and products alone.
final class Numbers {

    /// A double of this size still has twelve digits behind the point to tell, and no more than the
    /// 53 bits of its integer multiple. What is larger is rounded as it would be written down.
    private static final String TOLD_BY_BITS = "9000";

    private static final String LN_2 = "0.6931471805599453e0";

    /// From the last term of the series of the exponential to its first.
    private static final String TERMS =
            IntStream.iterate(15, it -> it >= 0, it -> it - 1)
                    .mapToObj(it -> "1e0 / %de0".formatted(factorial(it)))
                    .collect(Collectors.joining(", "));

    private Numbers() {}

    private static long factorial(int number) {
        return IntStream.rangeClosed(1, number).asLongStream().reduce(1, (one, it) -> one * it);
    }

    static List<String> duckDb() {
        return List.of(
                // As it is written down, also a double, which comes back as the same. The argument
                // of
                // a macro stands once for each time it is named, and these stand within each other.
                "create macro as_double(x) as cast(cast(x as varchar) as double)",
                "create macro divided(a, b) as as_double(a) / nullif(as_double(b), 0e0)",
                "create macro whole(a, b) as"
                        + " cast(cast(a as hugeint) // nullif(cast(b as hugeint), 0) as bigint)",
                "create macro rounded(x) as " + rounded("as_double(x)", "varchar", 12),
                "create macro finely(x) as cast(cast(as_double(x) as varchar) as decimal(38, 18))",
                "create macro multiplied(xs) as list_reduce(xs, lambda a, x : a * x)",
                "create macro series(r) as " + horner(),
                "create macro exponential(x) as "
                        + let(
                                "n",
                                "floor(x / %s + 0.5e0)".formatted(LN_2),
                                let("r", "x - n * " + LN_2, "series(r) * power(2e0, n)")),
                "create macro near_logarithm(x) as floor(ln(x) * 1e6 + 0.5e0) / 1e6",
                "create macro logarithm(x) as "
                        + let(
                                "y",
                                "near_logarithm(x)",
                                let(
                                        "off",
                                        "x * exponential(-y) - 1e0",
                                        "y + off * (1e0 - off * (0.5e0 - off / 3e0))")),
                "create macro raised(base, exponent) as "
                        + raised("as_double(base)", "as_double(exponent)"));
    }

    static List<String> cluster() {
        return List.of(
                word("as_double(x double)", "double", "x"),
                word("divided(a double, b double)", "double", "a / nullif(b, 0e0)"),
                word("whole(a decimal(38, 0), b decimal(38, 0))", "bigint", "a div nullif(b, 0)"),
                word("rounded(x double)", "decimal(38, 12)", rounded("x", "double", 12)),
                word("finely(x double)", "decimal(38, 18)", "cast(x as decimal(38, 18))"),
                word(
                        "multiplied(xs array<double>)",
                        "double",
                        "aggregate(xs, 1e0, (a, x) -> a * x)"),
                word("series(r double)", "double", horner()),
                word(
                        "exponential(x double)",
                        "double",
                        "series(x - floor(x / %1$s + 0.5e0) * %1$s)".formatted(LN_2)
                                + " * power(2e0, floor(x / %s + 0.5e0))".formatted(LN_2)),
                word("near_logarithm(x double)", "double", "floor(ln(x) * 1e6 + 0.5e0) / 1e6"),
                word(
                        "off_logarithm(x double)",
                        "double",
                        "x * exponential(-near_logarithm(x)) - 1e0"),
                word(
                        "logarithm(x double)",
                        "double",
                        """
                        near_logarithm(x) + off_logarithm(x)
                            * (1e0 - off_logarithm(x) * (0.5e0 - off_logarithm(x) / 3e0))
                        """),
                word("raised(base double, exponent double)", "double", raised("base", "exponent")));
    }

    /// The same steps as a list that is reduced, written out.
    private static String horner() {
        return Stream.of(TERMS.split(", "))
                .reduce((so, it) -> "(%s) * r + %s".formatted(so, it))
                .orElseThrow();
    }

    /// DuckDB writes the argument of a macro out wherever it stands; a name keeps it from being
    /// computed each time.
    private static String let(String name, String is, String in) {
        return "list_transform([%s], lambda %s : %s)[1]".formatted(is, name, in);
    }

    private static String word(String head, String returns, String body) {
        return "create temporary function %s returns %s return %s".formatted(head, returns, body);
    }

    /// Nothing to any power is nothing; of what is less there is none.
    private static String raised(String base, String exponent) {
        return """
        case
            when %1$s > 0e0 then exponential(%2$s * logarithm(%1$s))
            when %1$s = 0e0 and %2$s = 0e0 then 1e0
            when %1$s = 0e0 and %2$s > 0e0 then 0e0
        end
        """
                .formatted(base, exponent);
    }

    private static String rounded(String x, String written, int digits) {
        return """
        case
            when abs(%1$s) < %2$se0
                then cast(
                    cast(cast(floor(%1$s * 1e%4$d + 0.5e0) as bigint) as decimal(19, 0))
                        * 0.%5$s as decimal(38, %4$d)
                )
            else cast(cast(%1$s as %3$s) as decimal(38, %4$d))
        end
        """
                .formatted(x, TOLD_BY_BITS, written, digits, "0".repeat(digits - 1) + "1");
    }
}
