package dev.keepwell.screen.wizard;

import dev.keepwell.health.CurrentScores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.wizard.PreviewPage.Counts;
import dev.keepwell.screen.wizard.ResultPage.Reason;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Draft;
import dev.keepwell.source.wizard.RejectedRows;
import dev.keepwell.source.wizard.Wizards;
import java.util.List;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/// Says what became of an import that has ended.
@Component
class ResultPages {

    private final Imports imports;
    private final Wizards wizards;
    private final RejectedRows rejectedRows;
    private final CurrentScores scores;

    ResultPages(Imports imports, Wizards wizards, RejectedRows rejectedRows, CurrentScores scores) {
        this.imports = imports;
        this.wizards = wizards;
        this.rejectedRows = rejectedRows;
        this.scores = scores;
    }

    RejectedRows.Handout rejected(WorkspaceId workspace, String importId) {
        return rejectedRows.of(workspace, importId);
    }

    ResultPage of(WorkspaceId workspace, String importId) {
        var files = imports.progress(workspace, importId);
        var tables = files.stream().map(ResultPages::counts).toList();
        var rejected = tables.stream().mapToLong(Counts::rejected).sum();
        var stopped = imports.preparations().isStopped(workspace, importId);
        return new ResultPage(
                headline(tables),
                tables,
                rejected,
                reasons(files),
                "",
                stopped,
                false,
                scores.day(workspace).isEmpty(),
                "./keepwell import %s --map mapping.yaml"
                        .formatted(wizards.draft(workspace, importId).map(Draft::file).orElse("")));
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
