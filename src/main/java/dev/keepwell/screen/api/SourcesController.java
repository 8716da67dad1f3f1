package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.flow.Sources;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// The sources of a workspace, and what somebody decides about one.
@RestController
class SourcesController {

    /// All sources, on the day it is where the workspace does its reporting.
    record Answers(LocalDate today, List<SourceAnswer> data) {}

    /// What is to change; what is left out stays.
    record Change(
            @Nullable String expectedEvery,
            @Nullable String table,
            @Nullable String owner,
            @Nullable Boolean paused) {

        Sources.Change asked() {
            return new Sources.Change(
                    expectedEvery, Objects.requireNonNullElse(table, ""), owner, paused);
        }
    }

    private final Sources sources;
    private final Visitor visitor;

    SourcesController(Sources sources, Visitor visitor) {
        this.sources = sources;
        this.visitor = visitor;
    }

    @GetMapping("/api/v1/sources")
    Answers list(WorkspaceId workspace) {
        var today = sources.today(workspace);
        return new Answers(
                today,
                sources.all(workspace).stream().map(it -> SourceAnswer.of(it, today)).toList());
    }

    @PutMapping("/api/v1/sources/{name}")
    SourceAnswer change(
            WorkspaceId workspace, @PathVariable String name, @RequestBody Change change) {
        sources.change(workspace, name, change.asked(), visitor.name());
        return SourceAnswer.of(sources.named(workspace, name), sources.today(workspace));
    }
}
