package dev.keepwell.screen.wizard;

import java.util.List;

/// What became of the import: what worked first.
public record ResultPage(
        String headline,
        List<PreviewPage.Counts> tables,
        long rejected,
        List<Reason> reasons,
        Undo undo,
        boolean isStopped,
        boolean isFirst,
        String command) {

    public record Reason(String reason, String detail, long count) {}

    /// Until when it can be taken back, or what became of that.
    public record Undo(String until, boolean isAsked, boolean isDone, String words) {

        static final Undo TOO_LATE = new Undo("", false, false, "");

        public boolean isOffered() {
            return !until.isEmpty();
        }
    }
}
