package dev.keepwell.health;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;

/// Which version judges a day that is open: each from its first day up to that of the next one.
record Succession(NavigableMap<LocalDate, ModelVersion> begins) {

    Succession {
        begins = Collections.unmodifiableNavigableMap(new TreeMap<>(begins));
    }

    /// Days that follow on each other and are judged by one version.
    record Reign(ModelVersion model, List<LocalDate> days) {}

    /// One version for all days.
    static Succession of(ModelVersion only) {
        var begins = new TreeMap<LocalDate, ModelVersion>();
        begins.put(LocalDate.MIN, only);
        return new Succession(begins);
    }

    ModelVersion on(LocalDate day) {
        return Objects.requireNonNull(begins.floorEntry(day)).getValue();
    }

    /// The days, which are in order, under whoever judges them.
    List<Reign> reigns(List<LocalDate> days) {
        var reigns = new ArrayList<Reign>();
        for (var day : days) {
            var model = on(day);
            if (reigns.isEmpty() || reigns.getLast().model().number() != model.number()) {
                reigns.add(new Reign(model, new ArrayList<>()));
            }
            reigns.getLast().days().add(day);
        }
        return reigns;
    }
}
