package dev.keepwell.screen.api;

import dev.keepwell.source.event.Balance;
import java.util.List;

/// The account of all sources together, and of each.
record BalanceAnswer(
        long received,
        long accepted,
        long refused,
        long stored,
        long duplicate,
        long conflicting,
        long setAside,
        long waiting,
        boolean balanced,
        List<Counts> sources) {

    /// Counts of events since the first: received = stored + duplicate + set_aside + waiting.
    record Counts(
            String source,
            long received,
            long accepted,
            long refused,
            long stored,
            long duplicate,
            long conflicting,
            long setAside,
            long waiting,
            boolean balanced) {

        static Counts of(Balance.Line it) {
            return new Counts(
                    it.source(),
                    it.received(),
                    it.accepted(),
                    it.refused(),
                    it.stored(),
                    it.duplicate(),
                    it.conflicting(),
                    it.setAside(),
                    it.waiting(),
                    it.isBalanced());
        }
    }

    static BalanceAnswer of(List<Balance.Line> lines) {
        var all = Counts.of(Balance.total(lines));
        return new BalanceAnswer(
                all.received(),
                all.accepted(),
                all.refused(),
                all.stored(),
                all.duplicate(),
                all.conflicting(),
                all.setAside(),
                all.waiting(),
                lines.stream().allMatch(Balance.Line::isBalanced),
                lines.stream().map(Counts::of).toList());
    }
}
