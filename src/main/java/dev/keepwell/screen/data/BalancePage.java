package dev.keepwell.screen.data;

import dev.keepwell.source.event.Balance;
import java.util.List;
import java.util.Map;

/// The account of all events by source, as a page writes it.
///
/// @param flags what stands still just now
public record BalancePage(
        List<Line> lines, Line total, List<String> differences, List<String> flags) {

    /// What came of one source and where it went.
    public record Line(
            String source,
            String received,
            String stored,
            String duplicate,
            String conflicting,
            String setAside,
            String refused,
            String open,
            String waiting,
            boolean isBalanced) {

        static Line of(Balance.Line it, long open) {
            return new Line(
                    it.source(),
                    text(it.received()),
                    text(it.stored()),
                    text(it.duplicate()),
                    text(it.conflicting()),
                    text(it.setAside()),
                    text(it.refused()),
                    text(open),
                    text(it.waiting()),
                    it.isBalanced());
        }

        public boolean isConflicting() {
            return !conflicting.equals("0");
        }

        public boolean isOpen() {
            return !open.equals("0");
        }

        public boolean isWaiting() {
            return !waiting.equals("0");
        }
    }

    public BalancePage {
        lines = List.copyOf(lines);
        differences = List.copyOf(differences);
        flags = List.copyOf(flags);
    }

    static BalancePage of(List<Balance.Line> lines, Map<String, Long> open, List<String> flags) {
        var all = open.values().stream().mapToLong(it -> it).sum();
        return new BalancePage(
                lines.stream().map(it -> Line.of(it, open.getOrDefault(it.source(), 0L))).toList(),
                Line.of(Balance.total(lines), all),
                lines.stream().filter(it -> !it.isBalanced()).map(BalancePage::difference).toList(),
                flags);
    }

    private static String difference(Balance.Line it) {
        var known = it.stored() + it.duplicate() + it.setAside() + it.waiting();
        return "%s received %s events and %s are accounted for: %s."
                .formatted(
                        it.source(),
                        text(it.received()),
                        text(known),
                        it.received() > known
                                ? text(it.received() - known) + " are missing"
                                : text(known - it.received()) + " too many");
    }

    private static String text(long number) {
        return "%,d".formatted(number);
    }
}
