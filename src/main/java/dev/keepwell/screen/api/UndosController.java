package dev.keepwell.screen.api;

import dev.keepwell.customer.Undoing;
import dev.keepwell.kernel.WorkspaceId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Takes imports back.
@RestController
class UndosController {

    /// Until when an import can be undone, or what became of its undo.
    record Standing(@Nullable Instant until, Undoing.@Nullable Result undone) {}

    private static final String PATH = "/api/v1/imports/{id}/undo";

    private final Undoing undoing;

    UndosController(Undoing undoing) {
        this.undoing = undoing;
    }

    @GetMapping(PATH)
    Standing undo(WorkspaceId workspace, @PathVariable String id) {
        return new Standing(
                undoing.until(workspace, id).orElse(null), undoing.of(workspace, id).orElse(null));
    }

    @PostMapping(PATH)
    ResponseEntity<JobsController.Promise> start(WorkspaceId workspace, @PathVariable String id) {
        return JobsController.promised(undoing.start(workspace, id));
    }
}
