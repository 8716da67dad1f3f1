package dev.keepwell.screen.data;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/// The last calls, as a page shows them.
///
/// @param refresh where the list is asked for again
public record LivePage(
        List<CallRow> rows,
        List<Choice> outcomes,
        List<Choice> sources,
        boolean isEmpty,
        boolean isNarrow,
        String refresh) {

    /// A way to narrow the list, with what it would show.
    public record Choice(String label, int count, String address, boolean isCurrent) {}

    public LivePage {
        rows = List.copyOf(rows);
        outcomes = List.copyOf(outcomes);
        sources = List.copyOf(sources);
    }

    static LivePage of(List<CallRow> all, Narrowing narrowing, String mark) {
        return new LivePage(
                all.stream().filter(narrowing::isOf).toList(),
                outcomes(all.stream().filter(narrowing.withShow("")::isOf).toList(), narrowing),
                sources(all, narrowing),
                all.isEmpty(),
                narrowing.isNarrow(),
                narrowing.refresh(mark));
    }

    private static List<Choice> outcomes(List<CallRow> rows, Narrowing narrowing) {
        var choices = new ArrayList<Choice>();
        choices.add(
                new Choice(
                        "All",
                        rows.size(),
                        narrowing.withShow("").address(),
                        narrowing.isShowing("")));
        for (var it : Outcome.ALL) {
            var count = (int) rows.stream().filter(row -> row.outcome() == it).count();
            var isCurrent = narrowing.isShowing(it.key());
            if (count > 0 || isCurrent) {
                var address = narrowing.withShow(it.key()).address();
                choices.add(new Choice(it.word(), count, address, isCurrent));
            }
        }
        return choices;
    }

    private static List<Choice> sources(List<CallRow> rows, Narrowing narrowing) {
        var names = new TreeSet<String>();
        rows.forEach(it -> names.add(it.sender().source()));
        if (names.size() < 2 && narrowing.isOfSource("")) {
            return List.of();
        }
        var choices = new ArrayList<Choice>();
        var all = narrowing.withSource("");
        choices.add(new Choice("All sources", rows.size(), all.address(), all.equals(narrowing)));
        for (var name : names) {
            var its = (int) rows.stream().filter(it -> it.sender().source().equals(name)).count();
            var address = narrowing.withSource(name).address();
            choices.add(new Choice(name, its, address, narrowing.isOfSource(name)));
        }
        return choices;
    }
}
