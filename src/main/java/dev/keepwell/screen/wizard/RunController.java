package dev.keepwell.screen.wizard;

import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.Imports;
import dev.keepwell.source.wizard.Wizards;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// The last two steps: the work, and what came of it.
@Controller
class RunController {

    private static final String PATH = WizardController.PATH + "/{id}";

    private final Wizards wizards;
    private final Imports imports;
    private final Jobs jobs;
    private final WizardPages pages;
    private final RunPages runs;
    private final ResultPages results;

    RunController(
            Wizards wizards,
            Imports imports,
            Jobs jobs,
            WizardPages pages,
            RunPages runs,
            ResultPages results) {
        this.wizards = wizards;
        this.imports = imports;
        this.jobs = jobs;
        this.pages = pages;
        this.runs = runs;
        this.results = results;
    }

    @PostMapping(PATH + "/run")
    String start(WorkspaceId workspace, @PathVariable String id) {
        imports.start(workspace, id, jobs);
        wizards.remember(workspace, id);
        return "redirect:" + Step.RUN.of(id);
    }

    @GetMapping(PATH + "/run")
    String run(WorkspaceId workspace, @PathVariable String id, Model page) {
        var run = runs.of(workspace, id);
        if (run.isOver()) {
            return "redirect:" + Step.RESULT.of(id);
        }
        page.addAttribute("wizard", pages.of(workspace, id, Step.RUN, run.failure()));
        page.addAttribute("it", run);
        return "wizard/run";
    }

    /// How far it is, for a page that stands open; once it is over, the page goes on by itself.
    @GetMapping(PATH + "/progress")
    Object progress(WorkspaceId workspace, @PathVariable String id, Model page) {
        var run = runs.of(workspace, id);
        if (run.isOver() || !run.failure().isEmpty()) {
            return ResponseEntity.ok().header("HX-Refresh", "true").build();
        }
        page.addAttribute("it", run);
        return "wizard/progress";
    }

    @PostMapping(PATH + "/stop")
    String stop(WorkspaceId workspace, @PathVariable String id) {
        imports.stop(workspace, id);
        return "redirect:" + Step.RUN.of(id);
    }

    @GetMapping(PATH + "/result")
    String result(WorkspaceId workspace, @PathVariable String id, Model page) {
        page.addAttribute("wizard", pages.of(workspace, id, Step.RESULT, ""));
        page.addAttribute("it", results.of(workspace, id));
        return "wizard/result";
    }

    @PostMapping(PATH + "/undo")
    String undo(WorkspaceId workspace, @PathVariable String id) {
        results.undo(workspace, id);
        return "redirect:" + Step.RESULT.of(id);
    }

    /// Nothing as long as it is being taken back; then the page asks for itself again.
    @GetMapping(PATH + "/undo-state")
    ResponseEntity<Void> undone(WorkspaceId workspace, @PathVariable String id) {
        return results.of(workspace, id).undo().isDone()
                ? ResponseEntity.ok().header("HX-Refresh", "true").build()
                : ResponseEntity.noContent().build();
    }

    /// What was decided, as a file for the terminal.
    @GetMapping(PATH + "/mapping")
    ResponseEntity<String> mapping(WorkspaceId workspace, @PathVariable String id) {
        var text = imports.find(workspace, id).order().mappingText();
        return file("mapping.yaml", "application/yaml").body(text == null ? "" : text);
    }

    /// The rows that were set aside, as they were sent, each with its reason.
    @GetMapping(PATH + "/rejected")
    ResponseEntity<byte[]> rejected(WorkspaceId workspace, @PathVariable String id) {
        var rows = results.rejected(workspace, id);
        return file(rows.name(), "text/csv").body(rows.bytes());
    }

    private static ResponseEntity.BodyBuilder file(String name, String type) {
        var download = ContentDisposition.attachment().filename(name).build();
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
                .contentType(MediaType.parseMediaType(type));
    }
}
