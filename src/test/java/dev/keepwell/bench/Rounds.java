package dev.keepwell.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/// Measures round after round, so that a busy minute of the machine touches all measures alike.
record Rounds(int number) {

    List<Figures> of(List<? extends Measure> measures) throws Exception {
        var turns = new LinkedHashMap<Measure, List<Turn>>();
        for (int i = 1; i <= number; i++) {
            for (var it : measures) {
                var turn = it.turn();
                turns.computeIfAbsent(it, _ -> new ArrayList<>()).add(turn);
                System.err.printf(
                        "round %d: %s: %s%n", i, it.budget().name(), Figures.number(turn.value()));
            }
        }
        for (var it : measures) {
            it.close();
        }
        return turns.entrySet().stream()
                .map(it -> new Figures(it.getKey().budget(), it.getValue()))
                .toList();
    }
}
