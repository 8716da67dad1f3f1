package dev.keepwell.health;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Observations;
import dev.keepwell.metric.Observations.Seen;
import dev.keepwell.metric.Status;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/// What was last heard of each account from the sources that have been silent for too long.
record Held(Map<String, LocalDate> until, Map<LocalDate, Map<AccountId, Seen>> heard) {

    static Held of(
            Observations observations, WorkspaceId workspace, Model model, List<LocalDate> days) {
        var until = observations.heardUntil(workspace, model.metrics(), model.conditions());
        until.values().removeIf(it -> !it.isBefore(days.getLast()));
        var heard = new HashMap<LocalDate, Map<AccountId, Seen>>();
        for (var day : List.copyOf(new TreeSet<>(until.values()))) {
            var metrics = named(model.metrics(), until, day);
            var conditions = model.conditions().stream().filter(it -> day.equals(until.get(it)));
            var last = new HashMap<AccountId, Seen>();
            observations
                    .of(workspace, List.of(day), metrics, conditions.toList())
                    .forEach(it -> last.put(it.account(), it));
            heard.put(day, last);
        }
        return new Held(until, heard);
    }

    private static List<MetricName> named(
            Collection<MetricName> metrics, Map<String, LocalDate> until, LocalDate day) {
        return metrics.stream().filter(it -> day.equals(until.get(it.value()))).toList();
    }

    /// The day of which the metric speaks on that day.
    LocalDate lastHeard(MetricName metric, LocalDate day) {
        var last = until.get(metric.value());
        return last != null && last.isBefore(day) ? last : day;
    }

    /// The facts with what was last heard in the place of silence.
    Facts fill(Facts facts) {
        var silent = heard.keySet().stream().filter(it -> it.isBefore(facts.day())).toList();
        if (silent.isEmpty()) {
            return facts;
        }
        var observations = new TreeMap<>(facts.observations());
        var conditions = new TreeMap<>(facts.conditions());
        for (var day : silent) {
            var last = heard.getOrDefault(day, Map.of()).get(facts.account());
            if (last != null) {
                last.observations().forEach(it -> observations.put(it.metric(), stale(it)));
                conditions.putAll(last.conditions());
            }
        }
        return new Facts(facts.account(), facts.day(), observations, conditions, facts.beside());
    }

    private static Observation stale(Observation it) {
        return it instanceof Observation.Measured measured && Facts.isScorable(measured.status())
                ? measured.with(Status.STALE)
                : it;
    }
}
