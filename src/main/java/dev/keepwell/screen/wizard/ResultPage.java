package dev.keepwell.screen.wizard;

import java.util.List;

/// What became of the import: what worked first.
public record ResultPage(
        String headline,
        List<PreviewPage.Counts> tables,
        long rejected,
        List<Reason> reasons,
        String undoUntil,
        boolean isStopped,
        boolean isUndone,
        boolean isFirst,
        String command) {

    public record Reason(String reason, String detail, long count) {}
}
