package dev.keepwell.screen.wizard;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Draft;
import dev.keepwell.source.wizard.Wizards;
import org.springframework.stereotype.Component;

/// What all steps share.
@Component
class WizardPages {

    private final Wizards wizards;
    private final Imports imports;

    WizardPages(Wizards wizards, Imports imports) {
        this.wizards = wizards;
        this.imports = imports;
    }

    WizardPage of(WorkspaceId workspace, String importId, Step here, String problem) {
        var asked = imports.find(workspace, importId);
        var draft = wizards.draft(workspace, importId);
        return new WizardPage(
                importId,
                draft.map(Draft::file).orElse(""),
                draft.map(this::kind).orElse(""),
                Step.marks(importId, here, asked.startedAt() != null),
                problem);
    }

    private String kind(Draft draft) {
        return draft.isReady() ? "Ready mapping" : wizards.kinds().named(draft.kind()).title();
    }

    /// Where somebody who comes back goes on.
    Step furthest(WorkspaceId workspace, String importId) {
        var asked = imports.find(workspace, importId);
        if (asked.finished()) {
            return Step.RESULT;
        }
        if (asked.startedAt() != null) {
            return Step.RUN;
        }
        return wizards.draft(workspace, importId).isPresent() ? Step.MAP : Step.UPLOAD;
    }
}
