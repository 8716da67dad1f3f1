package dev.keepwell.screen.metric;

import dev.keepwell.customer.Account;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Better;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.Observation.Measured;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Status;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.ValueText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/// The customers at both ends of a metric, how the others lie between them, and how many have no
/// value at all.
public record Extremes(
        String summary, Table first, Table last, List<Gap> gaps, List<Bucket> buckets) {

    private static final int ROWS_MAX = 10;
    private static final int BUCKETS = 10;

    /// Fewer customers than this are read faster one by one.
    private static final int BUCKETED = 8;

    public Extremes {
        gaps = List.copyOf(gaps);
        buckets = List.copyOf(buckets);
    }

    /// How many customers lie in a range; `most` is the count of the fullest one.
    public record Bucket(String range, int accounts, int most) {}

    /// One end, the farthest first.
    public record Table(String name, List<Row> rows) {

        public Table {
            rows = List.copyOf(rows);
        }
    }

    /// One customer.
    public record Row(String id, String name, String value) {}

    /// Why so many customers have no value.
    public record Gap(String reason, int accounts) {}

    /// Whether accounts have several lines each and none of them is the value.
    public boolean isEmpty() {
        return first.rows().isEmpty() && last.rows().isEmpty() && gaps.isEmpty();
    }

    private record Found(AccountId account, double value) {}

    static Extremes of(List<Seen> seen, Pen pen) {
        var metric = pen.metric();
        var found = new ArrayList<Found>();
        var gaps = new TreeMap<String, Integer>();
        for (var it : seen) {
            for (var observation : it.observations()) {
                if (observation instanceof Measured measured && isEnough(measured)) {
                    found.add(new Found(it.account(), measured.value()));
                } else {
                    gaps.merge(ValueText.missing(observation.status()), 1, Integer::sum);
                }
            }
        }
        var rising = Comparator.comparingDouble(Found::value).thenComparing(Extremes::id);
        var isLowBad = metric.meaning().better() != Better.LOWER;
        found.sort(isLowBad ? rising : rising.reversed());
        var worst = found.subList(0, Math.min(ROWS_MAX, found.size() / 2));
        var rest = found.subList(worst.size(), found.size()).reversed();
        return new Extremes(
                summary(pen, found, seen.size()),
                new Table(isJudged(metric) ? "Worst" : "Lowest", pen.rows(worst)),
                new Table(
                        isJudged(metric) ? "Best" : "Highest",
                        pen.rows(rest.subList(0, Math.min(ROWS_MAX, rest.size())))),
                gaps.entrySet().stream().map(it -> new Gap(it.getKey(), it.getValue())).toList(),
                buckets(pen, found));
    }

    /// Ten ranges of equal width, or one for each value where there are few.
    private static List<Bucket> buckets(Pen pen, List<Found> found) {
        var values = found.stream().mapToDouble(Found::value).sorted().toArray();
        if (values.length < BUCKETED) {
            return List.of();
        }
        double low = values[0];
        double width = (values[values.length - 1] - low) / BUCKETS;
        if (width == 0) {
            return List.of(new Bucket(pen.text(low), values.length, values.length));
        }
        var counts = new int[BUCKETS];
        for (var value : values) {
            counts[Math.min(BUCKETS - 1, (int) ((value - low) / width))]++;
        }
        int most = Arrays.stream(counts).max().orElse(1);
        return IntStream.range(0, BUCKETS)
                .mapToObj(it ->
                        new Bucket(
                                "%s to %s"
                                        .formatted(
                                                pen.text(low + it * width),
                                                pen.text(low + (it + 1) * width)),
                                counts[it],
                                most))
                .toList();
    }

    /// Writes values as the catalogue has them, and accounts by their names.
    record Pen(Metric metric, Map<AccountId, Account> accounts, String currency) {

        private List<Row> rows(List<Found> found) {
            return found.stream()
                    .map(it -> new Row(it.account().value(), name(it.account()), text(it)))
                    .toList();
        }

        private String name(AccountId id) {
            var account = accounts.get(id);
            return account == null ? id.value() : account.name();
        }

        private String text(Found it) {
            return text(it.value());
        }

        private String text(double value) {
            return ValueText.of(metric, BigDecimal.valueOf(value), currency);
        }
    }

    /// A single answer of 100 % is no better than many of 95 %.
    private static boolean isEnough(Measured measured) {
        return measured.status() != Status.INSUFFICIENT_SAMPLE;
    }

    private static String summary(Pen pen, List<Found> found, int customers) {
        var have =
                "%s of %s customers have a value to go by."
                        .formatted(
                                Figures.number(BigDecimal.valueOf(found.size()), 0),
                                Figures.number(BigDecimal.valueOf(customers), 0));
        if (found.size() < 4) {
            return have;
        }
        var rising = found.stream().sorted(Comparator.comparingDouble(Found::value)).toList();
        return have
                + " The median is %s; half of them lie between %s and %s."
                        .formatted(
                                pen.text(rising.get(rising.size() / 2)),
                                pen.text(rising.get(rising.size() / 4)),
                                pen.text(rising.get(rising.size() * 3 / 4)));
    }

    private static boolean isJudged(Metric metric) {
        var better = metric.meaning().better();
        return better == Better.HIGHER || better == Better.LOWER;
    }

    private static String id(Found it) {
        return it.account().value();
    }
}
