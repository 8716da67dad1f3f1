package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Trials;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Preparations.Place;
import dev.keepwell.source.wizard.Wizards;
import dev.keepwell.source.wizard.Wizards.Cell;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The next two steps: what breaks a rule, and what would change.
@Controller
class CheckController {

    private static final String PATH = WizardController.PATH + "/{id}";

    private final Wizards wizards;
    private final Trials trials;
    private final WizardPages pages;

    CheckController(Wizards wizards, Trials trials, WizardPages pages) {
        this.wizards = wizards;
        this.trials = trials;
        this.pages = pages;
    }

    @GetMapping(PATH + "/check")
    String check(WorkspaceId workspace, @PathVariable String id, Model page) {
        return shown(workspace, id, Step.CHECK, page);
    }

    @GetMapping(PATH + "/preview")
    String preview(WorkspaceId workspace, @PathVariable String id, Model page) {
        return shown(workspace, id, Step.PREVIEW, page);
    }

    private String shown(WorkspaceId workspace, String id, Step step, Model page) {
        wizards.known(workspace, id);
        var trial = trials.of(workspace, id);
        var failure = trial.map(it -> it.failure()).orElse("");
        page.addAttribute("wizard", pages.of(workspace, id, step, failure));
        if (trial.isEmpty() || trial.get().isFailed()) {
            return "wizard/trying";
        }
        var it = trial.get();
        if (step == Step.CHECK) {
            page.addAttribute("it", CheckPages.of(it));
            return "wizard/check";
        }
        page.addAttribute("it", PreviewPages.of(it));
        return "wizard/preview";
    }

    /// Nothing as long as the import is being tried; then the page asks for itself again.
    @GetMapping(PATH + "/trial")
    ResponseEntity<Void> trial(WorkspaceId workspace, @PathVariable String id) {
        return trials.of(workspace, id).isEmpty()
                ? ResponseEntity.noContent().build()
                : ResponseEntity.status(HttpStatus.OK).header("HX-Refresh", "true").build();
    }

    @PostMapping(PATH + "/replacements")
    String replace(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam String column,
            @RequestParam String value,
            @RequestParam String instead) {
        wizards.replace(workspace, id, column, value, instead.strip());
        return "redirect:" + Step.CHECK.of(id);
    }

    @PostMapping(PATH + "/mendings")
    String mend(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam String file,
            @RequestParam long line,
            @RequestParam String column,
            @RequestParam String value) {
        wizards.mend(workspace, id, new Place(file, line), new Cell(column, value.strip()));
        return "redirect:" + Step.CHECK.of(id);
    }

    @PostMapping(PATH + "/skips")
    String skip(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam String file,
            @RequestParam long line) {
        wizards.skip(workspace, id, new Place(file, line));
        return "redirect:" + Step.CHECK.of(id);
    }
}
