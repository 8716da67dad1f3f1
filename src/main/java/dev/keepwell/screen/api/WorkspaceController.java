package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// The workspace of the caller and how it counts; for the operator, all workspaces.
@RestController
class WorkspaceController {

    /// A workspace with its reporting conventions.
    record Answer(String id, String name, String zone, String currency, int fiscalYearStartMonth) {

        static Answer of(WorkspaceId id, String name, Conventions it) {
            var zone = it.zone().getId();
            return new Answer(id.value(), name, zone, it.currency(), it.fiscalYearStartMonth());
        }
    }

    /// All workspaces, by name.
    record Answers(List<Answer> data) {}

    /// What is to change; what is left out stays.
    record Change(
            @Nullable String name,
            @Nullable String zone,
            @Nullable String currency,
            @Nullable Integer fiscalYearStartMonth) {

        Conventions to(Conventions old) {
            return Conventions.of(
                    zone == null ? old.zone().getId() : zone,
                    currency == null ? old.currency() : currency,
                    fiscalYearStartMonth == null
                            ? old.fiscalYearStartMonth()
                            : fiscalYearStartMonth);
        }
    }

    /// A workspace to be.
    record Order(@Nullable String id, @Nullable String name) {

        String required() {
            if (id == null) {
                throw Refusal.invalid("workspace", "A workspace needs an id: {\"id\": \"acme\"}.");
            }
            return id;
        }
    }

    private final Workspaces workspaces;

    WorkspaceController(Workspaces workspaces) {
        this.workspaces = workspaces;
    }

    @GetMapping("/api/v1/workspace")
    Answer show(WorkspaceId workspace) {
        return Answer.of(
                workspace, workspaces.nameOf(workspace), workspaces.conventionsOf(workspace));
    }

    @PutMapping("/api/v1/workspace")
    Answer change(WorkspaceId workspace, @RequestBody Change change) {
        workspaces.set(workspace, change.to(workspaces.conventionsOf(workspace)));
        if (change.name() != null) {
            workspaces.rename(workspace, change.name());
        }
        return show(workspace);
    }

    @GetMapping("/api/v1/workspaces")
    Answers list() {
        return new Answers(workspaces.all().stream().map(this::show).toList());
    }

    @PostMapping("/api/v1/workspaces")
    @ResponseStatus(HttpStatus.CREATED)
    Answer create(@RequestBody Order order) {
        var id = Callers.id(order.required());
        workspaces.create(id, order.name() == null ? id.value() : order.name());
        return show(id);
    }
}
