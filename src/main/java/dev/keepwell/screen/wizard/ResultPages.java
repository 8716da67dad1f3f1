package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Undoing;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.wizard.PreviewPage.Counts;
import dev.keepwell.screen.wizard.ResultPage.Reason;
import dev.keepwell.screen.wizard.ResultPage.Undo;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Draft;
import dev.keepwell.source.wizard.RejectedRows;
import dev.keepwell.source.wizard.Wizards;
import dev.keepwell.workspace.Workspaces;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// Says what became of an import that has ended.
@Component
class ResultPages {

    private static final int NAMED_MAX = 10;

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.UK);

    private final Imports imports;
    private final Wizards wizards;
    private final RejectedRows rejectedRows;
    private final Undoing undoing;
    private final CurrentScores scores;
    private final Workspaces workspaces;

    ResultPages(
            Imports imports,
            Wizards wizards,
            RejectedRows rejectedRows,
            Undoing undoing,
            CurrentScores scores,
            Workspaces workspaces) {
        this.imports = imports;
        this.wizards = wizards;
        this.rejectedRows = rejectedRows;
        this.undoing = undoing;
        this.scores = scores;
        this.workspaces = workspaces;
    }

    RejectedRows.Handout rejected(WorkspaceId workspace, String importId) {
        return rejectedRows.of(workspace, importId);
    }

    void undo(WorkspaceId workspace, String importId) {
        undoing.start(workspace, importId);
    }

    ResultPage of(WorkspaceId workspace, String importId) {
        var files = imports.progress(workspace, importId);
        var tables = files.stream().map(ResultPages::counts).toList();
        return new ResultPage(
                headline(tables),
                tables,
                tables.stream().mapToLong(Counts::rejected).sum(),
                reasons(files),
                undoOf(workspace, importId),
                imports.preparations().isStopped(workspace, importId),
                scores.day(workspace).isEmpty(),
                "./keepwell import %s --map mapping.yaml"
                        .formatted(wizards.draft(workspace, importId).map(Draft::file).orElse("")));
    }

    private Undo undoOf(WorkspaceId workspace, String importId) {
        var asked = undoing.of(workspace, importId);
        if (asked.isPresent()) {
            var it = asked.get();
            return new Undo("", true, it.finished(), words(it));
        }
        var zone = workspaces.conventionsOf(workspace).zone();
        return undoing.until(workspace, importId)
                .map(it -> new Undo(DAY.format(it.atZone(zone)), false, false, ""))
                .orElse(Undo.TOO_LATE);
    }

    private static String words(Undoing.Result undo) {
        if (!undo.finished()) {
            return "It is being taken back.";
        }
        var done =
                "Taken back: %,d records are gone, %,d stand as before."
                        .formatted(undo.removed(), undo.restored());
        return undo.leftAlone() == 0
                ? done
                : done
                        + " %,d were changed or are needed by others, and were left alone: %s."
                                .formatted(
                                        undo.leftAlone(),
                                        undo.conflicts().stream()
                                                .limit(NAMED_MAX)
                                                .map(Undoing.Conflict::name)
                                                .collect(Collectors.joining(", ")));
    }

    private static String headline(List<Counts> tables) {
        if (tables.isEmpty()) {
            return "Nothing was imported.";
        }
        var main = tables.getFirst();
        var taken = main.all() - main.rejected() - main.skipped();
        return "%,d of %,d rows are in: %,d new, %,d updated, %,d unchanged."
                .formatted(taken, main.all(), main.created(), main.updated(), main.unchanged());
    }

    private static Counts counts(FileProgress file) {
        var counts = file.counts();
        return new Counts(
                file.table(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.duplicate() + counts.leftOut(),
                counts.rejected());
    }

    private static List<Reason> reasons(List<FileProgress> files) {
        var all = new TreeMap<String, Long>();
        files.forEach(it ->
                it.counts()
                        .reasons()
                        .forEach((reason, count) -> all.merge(reason, count, Long::sum)));
        return all.entrySet().stream()
                .map(it -> new Reason(it.getKey(), words(it.getKey()), it.getValue()))
                .toList();
    }

    /// `unknown_country` is `Unknown country`.
    private static String words(String code) {
        var words = code.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
