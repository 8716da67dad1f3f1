package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Looks at every customer on some days, as is known now, and judges them by one version of a
/// model.
record Judging(Hearing hearing) {

    /// Every one of the days with its customers' facts, also a day that has none.
    NavigableMap<LocalDate, List<Facts>> look(
            WorkspaceId workspace, ModelVersion model, List<LocalDate> days) {
        var heard =
                hearing.of(workspace, model.model(), days).stream()
                        .collect(Collectors.groupingBy(Facts::day));
        var looked = new TreeMap<LocalDate, List<Facts>>();
        days.forEach(day -> looked.put(day, heard.getOrDefault(day, List.of())));
        return looked;
    }

    /// `states` is where the bands stood before the first of the days, which are in order.
    NavigableMap<LocalDate, List<Anatomy>> judge(
            WorkspaceId workspace,
            ModelVersion model,
            List<LocalDate> days,
            Map<AccountId, State> states) {
        var closing = new Closing(model, states);
        var judged = new TreeMap<LocalDate, List<Anatomy>>();
        look(workspace, model, days).forEach((day, facts) -> judged.put(day, closing.close(facts)));
        return judged;
    }
}
