package dev.keepwell.source.file;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// Counts what the values of one column look like.
final class ColumnTally {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s,;]+@[^@\\s,;]+\\.[^@\\s,;.]+");
    private static final Pattern DOMAIN =
            Pattern.compile("(?i)(https?://)?([a-z0-9-]+\\.)+[a-z]{2,24}/?");
    private static final Set<String> TRUTHS =
            Set.of("true", "false", "yes", "no", "y", "n", "t", "f");
    private static final Pattern CODE = Pattern.compile("[\\p{Graph}]*\\d[\\p{Graph}]*");
    private static final Pattern ID_NAME =
            Pattern.compile("(?i).*(\\bid|_id|[a-z]Id|key|nr|no|number|code)\\b.*");
    private static final int SAMPLES = 3;
    private static final int DISTINCT_MAX = 1_000;
    private static final double NEARLY_ALL = 0.9;

    private final String name;
    private final Set<String> samples = new LinkedHashSet<>();
    private final Set<String> distinct = new HashSet<>();
    private final Set<String> currencies = new TreeSet<>();
    private final Evidence<DecimalSign> signs = new Evidence<>();
    private final Evidence<DateOrder> orders = new Evidence<>();
    private long total;
    private long filled;
    private long numbers;
    private long money;
    private long days;
    private long timed;
    private long emails;
    private long domains;
    private long truths;
    private long codes;

    ColumnTally(String name) {
        this.name = name;
    }

    static boolean isEmail(String text) {
        return EMAIL.matcher(text).matches();
    }

    void add(long line, String value) {
        total++;
        var text = value.strip();
        if (text.isEmpty()) {
            return;
        }
        filled++;
        if (samples.size() < SAMPLES) {
            samples.add(text);
        }
        if (distinct.size() < DISTINCT_MAX) {
            distinct.add(text);
        }
        emails += isEmail(text) ? 1 : 0;
        domains += DOMAIN.matcher(text).matches() ? 1 : 0;
        truths += TRUTHS.contains(text.toLowerCase(Locale.ROOT)) ? 1 : 0;
        codes += CODE.matcher(text).matches() ? 1 : 0;
        addNumber(line, text);
        addDay(line, text);
    }

    private void addNumber(long line, String text) {
        var point = NumberText.of(text, DecimalSign.POINT);
        var comma = NumberText.of(text, DecimalSign.COMMA);
        if (point.isEmpty() && comma.isEmpty()) {
            return;
        }
        numbers++;
        var currency = point.or(() -> comma).map(NumberText::currency).orElse("");
        if (!currency.isEmpty()) {
            money++;
            currencies.add(currency);
        }
        var seen = new Evidence.Seen(name, line, text);
        if (point.isEmpty()) {
            signs.prove(DecimalSign.COMMA, seen);
        } else if (comma.isEmpty()) {
            signs.prove(DecimalSign.POINT, seen);
        } else if (!point.equals(comma)) {
            signs.leaveOpen(seen);
        }
    }

    private void addDay(long line, String text) {
        if (!DayText.isDay(text)) {
            return;
        }
        days++;
        timed += text.indexOf(':') >= 0 ? 1 : 0;
        DayText.of(text)
                .filter(it -> !it.yearComesFirst())
                .ifPresent(it -> {
                    var seen = new Evidence.Seen(name, line, text);
                    boolean day = it.fits(DateOrder.DAY_FIRST);
                    boolean month = it.fits(DateOrder.MONTH_FIRST);
                    if (day && month) {
                        orders.leaveOpen(seen);
                    } else {
                        orders.prove(day ? DateOrder.DAY_FIRST : DateOrder.MONTH_FIRST, seen);
                    }
                });
    }

    /// Looks at a further value for nothing but what the ones before left open.
    void seek(long line, String value) {
        var text = value.strip();
        if (signs().undecided() != null) {
            addNumber(line, text);
        }
        if (orders().undecided() != null) {
            addDay(line, text);
        }
    }

    /// What its numbers say about the decimal sign; nothing where most values are no numbers.
    Evidence<DecimalSign> signs() {
        return isMost(numbers) ? signs : new Evidence<>();
    }

    /// What its days say about their order.
    Evidence<DateOrder> orders() {
        return isMost(days) ? orders : new Evidence<>();
    }

    /// The currencies that stand beside its numbers.
    Set<String> currencies() {
        return isMost(numbers) ? currencies : Set.of();
    }

    String name() {
        return name;
    }

    private boolean isMost(long count) {
        return filled > 0 && count >= NEARLY_ALL * filled;
    }

    private Shape shape() {
        if (filled == 0) {
            return Shape.EMPTY;
        }
        if (isMost(truths)) {
            return Shape.BOOLEAN;
        }
        if (isMost(days)) {
            return timed > 0 ? Shape.INSTANT : Shape.DAY;
        }
        boolean different = distinct.size() == Math.min(filled, DISTINCT_MAX);
        boolean isCode = isMost(codes) && different && filled > 1;
        if (isMost(numbers)) {
            boolean isKey = isCode && ID_NAME.matcher(name).matches();
            return isKey ? Shape.ID : money > 0 ? Shape.MONEY : Shape.NUMBER;
        }
        if (isMost(emails)) {
            return Shape.EMAIL;
        }
        if (isMost(domains)) {
            return Shape.DOMAIN;
        }
        return isCode ? Shape.ID : Shape.TEXT;
    }

    ColumnGuess guess(DateOrder order) {
        var shape = shape();
        boolean hasDays = shape == Shape.DAY || shape == Shape.INSTANT;
        return new ColumnGuess(
                name,
                total == 0 ? 0 : (double) filled / total,
                List.copyOf(samples),
                shape,
                hasDays ? DayText.pattern(samples.iterator().next(), order) : "");
    }
}
