package dev.keepwell.screen.api;

import dev.keepwell.job.Jobs;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Import;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Imports;
import dev.keepwell.source.ReadyMappings;
import dev.keepwell.source.Rejection;
import java.io.InputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// Takes files in: opened, filled file by file, then started; or one table in one request.
@RestController
class ImportsController {

    /// An import that waits for its files.
    record Opened(String id) {}

    /// Rows that could not be used; `next_cursor` continues behind them.
    record Rejections(List<Rejection> data, boolean hasMore, @Nullable String nextCursor) {}

    private static final String PATH = "/api/v1/imports";
    private static final int PAGE = 500;

    private final Imports imports;
    private final ReadyMappings mappings;
    private final Jobs jobs;
    private final Database database;

    ImportsController(Imports imports, ReadyMappings mappings, Jobs jobs, Database database) {
        this.imports = imports;
        this.mappings = mappings;
        this.jobs = jobs;
        this.database = database;
    }

    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Opened open(WorkspaceId workspace, @RequestBody ImportOrder order) {
        return new Opened(imports.create(workspace, order.asked(mappings)).id());
    }

    @PostMapping(
            path = PATH,
            consumes = {
                TableTypes.CSV,
                TableTypes.TSV,
                TableTypes.NDJSON,
                TableTypes.PARQUET,
                TableTypes.XLSX
            })
    ResponseEntity<JobsController.Promise> table(
            WorkspaceId workspace,
            @RequestParam String table,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream rows) {
        var id = imports.create(workspace, Import.Order.CANONICAL).id();
        var name = table + TableTypes.ending(type);
        imports.upload(workspace, id, name, ApiLimits.bounded(rows));
        return start(workspace, id);
    }

    @PutMapping(PATH + "/{id}/files/{name}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void upload(
            WorkspaceId workspace,
            @PathVariable String id,
            @PathVariable String name,
            InputStream content) {
        imports.upload(workspace, id, name, ApiLimits.bounded(content));
    }

    @PostMapping(PATH + "/{id}/start")
    ResponseEntity<JobsController.Promise> start(WorkspaceId workspace, @PathVariable String id) {
        return JobsController.promised(imports.start(workspace, id, jobs));
    }

    @GetMapping(PATH + "/{id}/rejections")
    Rejections rejections(
            WorkspaceId workspace,
            @PathVariable String id,
            @RequestParam(defaultValue = "0") long cursor) {
        imports.find(workspace, id);
        var page =
                database.in(workspace, it -> new ImportLog().rejections(it, id, cursor, PAGE + 1));
        var hasMore = page.size() > PAGE;
        var shown = hasMore ? page.subList(0, PAGE) : page;
        return new Rejections(
                shown, hasMore, hasMore ? String.valueOf(shown.getLast().id()) : null);
    }
}
