package dev.keepwell.metric;

import dev.keepwell.metric.Evaluation.Subject;
import dev.keepwell.metric.Reading.Result;
import dev.keepwell.metric.Tally.Remarks;
import dev.keepwell.warehouse.Facts;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Decides what a tally, or the lack of one, amounts to: a value and how far to trust it.
final class Verdict {

    private static final Remarks NOTHING = new Remarks(null, null, false, null, null, null);

    private final Metric metric;
    private final @Nullable LocalDate completeUntil;
    private final @Nullable LocalDate settledUntil;
    private final int firstDay;
    private final int minimum;

    Verdict(Metric metric, Facts facts, int firstDay) {
        this.metric = metric;
        this.completeUntil =
                new Feeds(facts.feeds()).completeUntil(metric.rules().sources()).orElse(null);
        // What arrives late reopens the last days, so they may still change.
        var settling = metric.rules().settlesAfterDays().under(facts.settings());
        this.settledUntil = completeUntil == null ? null : completeUntil.minusDays(settling);
        this.minimum = metric.rules().sample().minimum().under(facts.settings());
        this.firstDay = firstDay;
    }

    Reading reading(Grain grain, Subject subject, Span span, @Nullable Tally tally) {
        var warnings = new ArrayList<String>();
        var result = result(span, tally, warnings);
        return new Reading(
                metric.name(),
                grain,
                subject.entity(),
                subject.component(),
                span,
                result,
                interval(subject.component(), result).orElse(null),
                warnings);
    }

    private Optional<Interval> interval(String component, Result result) {
        if (metric.rules().sample().certain().contains(component)) {
            return Optional.empty();
        }
        return switch (result) {
            case Result.Value(_, _, var parts, _) ->
                    metric.kind().intervalOf(parts, metric.rules().sample().wilson());
            case Result.None _ -> Optional.empty();
        };
    }

    /// The result alone, for those who need no more of a reading.
    Result result(Span span, @Nullable Tally tally) {
        return result(span, tally, new ArrayList<>());
    }

    private Result result(Span span, @Nullable Tally tally, List<String> warnings) {
        if (completeUntil == null) {
            return new Result.None(Status.SOURCE_MISSING);
        }
        if (span.lastSeen().toEpochDay() < firstDay) {
            return new Result.None(Status.NO_DATA);
        }
        if (tally == null) {
            return nothingSaid(span, warnings);
        }
        var remarks = tally.remarks();
        if (remarks.warning() != null) {
            warnings.addAll(List.of(remarks.warning().split(";")));
        }
        if (remarks.status() != null) {
            return new Result.None(remarks.status());
        }
        var value = metric.kind().valueOf(tally.parts());
        if (value.isEmpty()) {
            return new Result.None(Status.ZERO_DENOMINATOR);
        }
        if (!metric.rules().bounds().allow(value.get().doubleValue())) {
            warnings.add("out_of_bounds");
            return new Result.None(Status.NO_DATA);
        }
        var told = remarks.observedDay();
        var observedDay = told == null ? (int) span.asOf().toEpochDay() : told;
        var trust = status(span, tally.parts(), remarks, warnings);
        return new Result.Value(trust, value.get(), tally.parts(), observedDay);
    }

    private Result nothingSaid(Span span, List<String> warnings) {
        return switch (metric.rules().absent()) {
            case NO_DATA -> new Result.None(Status.NO_DATA);
            case ZERO_DENOMINATOR -> new Result.None(Status.ZERO_DENOMINATOR);
            case ZERO -> {
                var zeros = Collections.nCopies(metric.kind().columns().size(), BigDecimal.ZERO);
                yield new Result.Value(
                        status(span, zeros, NOTHING, warnings),
                        BigDecimal.ZERO,
                        zeros,
                        (int) span.asOf().toEpochDay());
            }
        };
    }

    /// The first status that applies; the others become warnings.
    private Status status(
            Span span, List<BigDecimal> parts, Remarks remarks, List<String> warnings) {
        var statuses = EnumSet.noneOf(Status.class);
        if (remarks.trust() != null) {
            statuses.add(remarks.trust());
        }
        var cases = remarks.cases() == null ? parts.getLast() : new BigDecimal(remarks.cases());
        if (cases.compareTo(BigDecimal.valueOf(minimum)) < 0) {
            statuses.add(Status.INSUFFICIENT_SAMPLE);
        }
        var unsettled = settledUntil != null && settledUntil.isBefore(span.period().lastDay());
        if (remarks.provisional() || span.cut() || unsettled) {
            statuses.add(Status.PROVISIONAL);
        }
        if (statuses.isEmpty()) {
            return Status.OK;
        }
        statuses.stream().skip(1).forEach(it -> warnings.add(it.name().toLowerCase(Locale.ROOT)));
        return statuses.iterator().next();
    }
}
