package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Trial;
import dev.keepwell.screen.wizard.PreviewPage.Counts;
import java.util.ArrayList;
import java.util.List;

/// Says in sentences what a trial found.
final class PreviewPages {

    private PreviewPages() {}

    static PreviewPage of(Trial trial) {
        var tables = trial.tables().stream().map(Counts::of).toList();
        var main = tables.isEmpty() ? new Counts("", 0, 0, 0, 0, 0) : tables.getFirst();
        return new PreviewPage(
                main, identity(main), tables, trial, warnings(trial), colours(trial));
    }

    private static String identity(Counts main) {
        return "Matched by external id: %,d will update, %,d are new, %,d stay as they are."
                .formatted(main.updated(), main.created(), main.unchanged());
    }

    private static List<String> warnings(Trial trial) {
        var warnings = new ArrayList<String>();
        var jumps = trial.jumps().size();
        if (jumps > 0) {
            warnings.add(
                    "MRR of %,d %s changes by more than 50 %%."
                            .formatted(jumps, jumps == 1 ? "account" : "accounts"));
        }
        var main = trial.tables().getFirst();
        if (main.duplicate() > 0) {
            warnings.add(
                    "%,d rows repeat an earlier row of the file and count once."
                            .formatted(main.duplicate()));
        }
        return warnings;
    }

    private static String colours(Trial trial) {
        if (trial.judged() == 0) {
            return "Nobody has a score yet, so none changes.";
        }
        return trial.turns().isEmpty()
                ? "No account changes colour."
                : "%,d of %,d accounts change colour."
                        .formatted(trial.turns().size(), trial.judged());
    }
}
