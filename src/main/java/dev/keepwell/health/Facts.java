package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/// Everything a model may look at: what was observed about one account on one day.
public record Facts(
        AccountId account,
        LocalDate day,
        SortedMap<MetricName, Observation> observations,
        SortedMap<String, Boolean> conditions,
        Circumstances beside) {

    public Facts {
        observations = Collections.unmodifiableSortedMap(new TreeMap<>(observations));
        conditions = Collections.unmodifiableSortedMap(new TreeMap<>(conditions));
    }

    /// `conditions` holds those that were observed, as true or false.
    public static Facts of(
            AccountId account,
            LocalDate day,
            Collection<Observation> observed,
            Map<String, Boolean> conditions) {
        var observations = new TreeMap<MetricName, Observation>();
        observed.forEach(it -> observations.put(it.metric(), it));
        return new Facts(account, day, observations, new TreeMap<>(conditions), Circumstances.NONE);
    }

    /// The same account and day in other circumstances.
    public Facts in(Circumstances other) {
        return new Facts(account, day, observations, conditions, other);
    }

    /// A metric that nobody evaluated is missing like one whose source is not connected.
    Observation observation(MetricName metric) {
        var unknown = new Observation.Unknown(metric, Status.SOURCE_MISSING);
        return observations.getOrDefault(metric, unknown);
    }

    /// Only what the model reads, with its gaps written out. Scoring and the ledger use this form,
    /// so that facts nobody asked for change neither a score nor its hash.
    Facts readBy(Model model) {
        return read(model.metrics(), model.conditions());
    }

    /// The same for those who judge many accounts and look into the model once. Who was asked for
    /// just that has nothing to be left out.
    Facts read(Collection<MetricName> metrics, Collection<String> asked) {
        if (observations.size() == metrics.size()
                && observations.keySet().containsAll(metrics)
                && asked.containsAll(conditions.keySet())
                && beside.isReadBy(metrics, asked)) {
            return this;
        }
        var read = new TreeMap<MetricName, Observation>();
        metrics.forEach(it -> read.put(it, observation(it)));
        var held = new TreeMap<>(conditions);
        held.keySet().retainAll(asked);
        return new Facts(account, day, read, held, beside.read(metrics, asked));
    }

    /// These facts, and what somebody else has looked at beside them. What these say counts; only
    /// comparisons are those that were asked for last.
    Facts and(Facts more) {
        var observations = new TreeMap<>(more.observations);
        var conditions = new TreeMap<>(more.conditions);
        observations.putAll(this.observations);
        conditions.putAll(this.conditions);
        return new Facts(account, day, observations, conditions, beside.and(more.beside));
    }

    /// These facts, and the other's observations where these have none.
    Facts filledFrom(Facts other) {
        var filled = new TreeMap<>(observations);
        other.observations.forEach((metric, it) -> {
            if (it instanceof Observation.Measured
                    && observation(metric) instanceof Observation.Unknown) {
                filled.put(metric, it);
            }
        });
        return new Facts(account, day, filled, conditions, beside);
    }

    /// What the score is a function of, next to yesterday's band.
    String hash(ModelVersion model) {
        var print = Fingerprint.of(account.value(), day.toString(), model.name());
        print.add(model.sha256());
        observations.values().forEach(it -> add(print, it));
        conditions.forEach((condition, holds) -> print.add(condition).add(holds.toString()));
        beside.addTo(print);
        return print.hex();
    }

    static void add(Fingerprint print, Observation observation) {
        print.add(observation.metric().value()).add(observation.status().name());
        if (observation instanceof Observation.Measured(_, _, var value, var on, var source)) {
            print.add(Double.toString(value)).add(on.toString()).add(source);
        }
    }

    /// Whether a value with this status may be scored or coloured.
    static boolean isScorable(Status status) {
        return switch (status) {
            case SOURCE_MISSING, NOT_APPLICABLE, INSUFFICIENT_COVERAGE, INSUFFICIENT_SAMPLE ->
                    false;
            // NO_DATA with a value is the account that nobody ever contacted: its silence counts.
            case NO_DATA, ZERO_DENOMINATOR, CENSORED, CAPPED, STALE, PROVISIONAL, OK -> true;
        };
    }
}
