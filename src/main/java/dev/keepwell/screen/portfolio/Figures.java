package dev.keepwell.screen.portfolio;

import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Evaluation;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.Metric;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Question;
import dev.keepwell.metric.Reading;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Span;
import dev.keepwell.metric.Status;
import dev.keepwell.screen.portfolio.Entry.Touch;
import dev.keepwell.warehouse.Facts;
import dev.keepwell.workspace.Conventions;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What the metrics of a list say of every account on one day. A metric that the catalogue does not
/// have leaves its column unknown.
final class Figures {

    private static final String MRR = "mrr";
    private static final String MOVEMENT = "mrr_movement";
    private static final String DAU_MAU = "dau_mau_ratio";
    private static final String LICENCES = "licence_utilisation_rate";
    private static final String NPS = "nps";
    private static final String PAST_DUE = "max_days_past_due";
    private static final String SILENCE = "days_since_last_communication";

    private static final List<String> METRICS =
            List.of(MRR, MOVEMENT, DAU_MAU, LICENCES, NPS, PAST_DUE, SILENCE);
    private static final Set<String> LOSSES = Set.of("contraction", "churn");

    /// What rates did to an amount, and what moved between accounts, is no movement of revenue.
    private static final Set<String> NO_MOVEMENTS = Set.of("fx", "transfer");

    private final Map<String, Map<String, Result.Value>> values = new HashMap<>();
    private final Map<String, BigDecimal> moved = new HashMap<>();
    private final Map<String, BigDecimal> monthAgo = new HashMap<>();

    private Figures() {}

    /// The days that facts must be able to answer for.
    static SortedSet<LocalDate> days(Catalogue catalogue, LocalDate day, Conventions conventions) {
        var days = new TreeSet<LocalDate>(List.of(day));
        metrics(catalogue)
                .map(it -> span(it, day, conventions))
                .forEach(it -> days.addAll(it.needed()));
        mrr(catalogue)
                .map(it -> span(it, Month.before(day), conventions))
                .ifPresent(it -> days.addAll(it.needed()));
        return days;
    }

    static Figures of(Facts facts, Catalogue catalogue, LocalDate day, Conventions conventions) {
        var figures = new Figures();
        var evaluation = new Evaluation(facts);
        metrics(catalogue)
                .forEach(it ->
                        evaluation
                                .of(it, Grain.ACCOUNT, List.of(span(it, day, conventions)))
                                .forEach(figures::add));
        mrr(catalogue)
                .map(it -> {
                    var then = List.of(span(it, Month.before(day), conventions));
                    return evaluation.of(it, Grain.ACCOUNT, then);
                })
                .ifPresent(it -> it.forEach(figures::addMonthAgo));
        return figures;
    }

    private static Stream<Metric> metrics(Catalogue catalogue) {
        return METRICS.stream().map(MetricName::new).flatMap(it -> catalogue.find(it).stream());
    }

    private static Optional<Metric> mrr(Catalogue catalogue) {
        return catalogue.find(new MetricName(MRR));
    }

    private static Span span(Metric metric, LocalDate day, Conventions conventions) {
        return new Question(metric, Grain.ACCOUNT, day, null, day, conventions).span();
    }

    private void add(Reading reading) {
        if (reading.result() instanceof Result.Value value) {
            var metric = reading.metric().value();
            if (metric.equals(MOVEMENT)) {
                move(reading, value.value());
            } else if (reading.component().isEmpty()) {
                values.computeIfAbsent(metric, _ -> new HashMap<>()).put(reading.entity(), value);
            }
        }
    }

    private void addMonthAgo(Reading reading) {
        if (reading.result() instanceof Result.Value value && reading.component().isEmpty()) {
            monthAgo.put(reading.entity(), value.value());
        }
    }

    private void move(Reading reading, BigDecimal amount) {
        if (!NO_MOVEMENTS.contains(reading.component())) {
            var signed = LOSSES.contains(reading.component()) ? amount.negate() : amount;
            moved.merge(reading.entity(), signed, BigDecimal::add);
        }
    }

    @Nullable BigDecimal mrr(String account) {
        var value = value(MRR, account);
        return value == null ? null : value.value();
    }

    @Nullable BigDecimal mrrMonthAgo(String account) {
        return monthAgo.get(account);
    }

    @Nullable BigDecimal moved(String account) {
        return moved.get(account);
    }

    @Nullable Double dauMau(String account) {
        return number(DAU_MAU, account);
    }

    @Nullable Double nps(String account) {
        return number(NPS, account);
    }

    @Nullable Integer overdueDays(String account) {
        var value = value(PAST_DUE, account);
        return value == null ? null : value.value().intValue();
    }

    /// Seats used and bought, in this order; none where there is no number of seats.
    List<Long> seats(String account) {
        var value = value(LICENCES, account);
        return value == null
                ? List.of()
                : List.of(
                        value.parts().getFirst().longValue(), value.parts().getLast().longValue());
    }

    /// A value that says `NO_DATA` counts the days of an account that nobody ever contacted.
    Touch touch(String account, LocalDate day) {
        var value = value(SILENCE, account);
        if (value == null) {
            return new Touch.Unknown();
        }
        return value.status() == Status.NO_DATA
                ? new Touch.Never()
                : new Touch.On(day.minusDays(value.value().longValue()));
    }

    private @Nullable Double number(String metric, String account) {
        var value = value(metric, account);
        return value == null ? null : value.value().doubleValue();
    }

    private Result.@Nullable Value value(String metric, String account) {
        return values.getOrDefault(metric, Map.of()).get(account);
    }
}
