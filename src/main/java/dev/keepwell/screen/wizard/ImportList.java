package dev.keepwell.screen.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.ImportShelf;
import dev.keepwell.source.Shelved;
import dev.keepwell.workspace.Workspaces;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/// The last imports, for whoever goes on with one or looks what it did.
@Component
class ImportList {

    private static final int SHOWN = 50;
    private static final DateTimeFormatter WHEN =
            DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);

    private final ImportShelf shelf;
    private final Workspaces workspaces;

    ImportList(ImportShelf shelf, Workspaces workspaces) {
        this.shelf = shelf;
        this.workspaces = workspaces;
    }

    List<ImportLine> of(WorkspaceId workspace) {
        var zone = workspaces.conventionsOf(workspace).zone();
        return shelf.latest(workspace, SHOWN).stream()
                .filter(it -> !it.files().isEmpty())
                .map(it -> line(it, zone))
                .toList();
    }

    private static ImportLine line(Shelved it, ZoneId zone) {
        var state =
                it.when().finished() != null
                        ? "Done"
                        : it.when().started() != null ? "Running" : "Being prepared";
        return new ImportLine(
                WizardController.PATH + "/" + it.id(),
                it.files().isEmpty() ? it.id() : String.join(", ", it.files()),
                it.source(),
                state,
                state.equals("Done") ? (it.rejected() > 0 ? "yellow" : "green") : "info",
                when(it.when().created(), zone),
                it.taken(),
                it.rejected());
    }

    private static String when(Instant at, ZoneId zone) {
        return WHEN.format(at.atZone(zone));
    }
}
