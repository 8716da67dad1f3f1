package dev.keepwell.customer;

import dev.keepwell.job.Steps;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.Import.Order;
import dev.keepwell.source.Imports;
import dev.keepwell.source.Preparations.Place;
import dev.keepwell.source.Rejection;
import dev.keepwell.source.Undos;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.workspace.Conventions;
import dev.keepwell.workspace.Settings;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

/// Where tests hand files in: a workspace of its own, a folder of its own, a clock that stands
/// until a test moves it.
final class Desk {

    static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");

    final Database database = TestDatabase.open();
    final WorkspaceId workspace = TestDatabase.freshWorkspace();
    final Lake lake;
    final Imports imports;
    final CurrentRecords current;
    final Undos undos;
    private final TakingBack takingBack;
    private final Intake intake;
    private Instant now = NOW;
    private ZoneId zone = ZoneOffset.UTC;

    Desk(Path folder) {
        InstantSource source = () -> now;
        var clock = source.withZone(ZoneOffset.UTC);
        var tables = RecordTables.packaged();
        lake = new Lake(folder.resolve("lake"));
        Function<WorkspaceId, Conventions> conventions =
                _ -> new Conventions(zone, "USD", 1, Settings.USUAL);
        var staged = folder.resolve("import");
        imports = new Imports(database, staged, tables, clock, conventions);
        current = new CurrentRecords(database, tables, lake, clock);
        undos = new Undos(database, imports, clock);
        takingBack = new TakingBack(database, undos, tables, lake);
        intake = new Intake(database, imports, tables, lake, conventions, clock);
    }

    void moveTo(ZoneId otherZone) {
        zone = otherZone;
    }

    void later(Duration passed) {
        now = now.plus(passed);
    }

    /// Imports canonical files, given as name and text by turns.
    ImportResult hand(String... namesAndTexts) {
        return hand(Order.CANONICAL, namesAndTexts);
    }

    ImportResult hand(Order order, String... namesAndTexts) {
        return run(opened(order, namesAndTexts), _ -> {});
    }

    String opened(Order order, String... namesAndTexts) {
        var id = filled(order, namesAndTexts);
        imports.settle(workspace, id);
        return id;
    }

    /// An import that has its files and has not started.
    String filled(Order order, String... namesAndTexts) {
        var id = imports.create(workspace, order).id();
        for (int i = 0; i < namesAndTexts.length; i += 2) {
            var bytes = namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8);
            imports.upload(workspace, id, namesAndTexts[i], new ByteArrayInputStream(bytes));
        }
        return id;
    }

    ImportResult handFolder(Order order, Path folder) {
        var id = imports.create(workspace, order).id();
        try (Stream<Path> files = Files.list(folder)) {
            for (var file : files.sorted().toList()) {
                try (var in = Files.newInputStream(file)) {
                    imports.upload(workspace, id, file.getFileName().toString(), in);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        imports.settle(workspace, id);
        return run(id, _ -> {});
    }

    void correct(String importId, Place place, String column, String value) {
        imports.preparations().correct(workspace, importId, place, column, value);
    }

    /// Starts an import that has its files, and waits for its end.
    ImportResult start(String importId) {
        imports.settle(workspace, importId);
        return run(importId, _ -> {});
    }

    ImportResult run(String importId, Steps<FileProgress> steps) {
        return intake.run(workspace, importId, steps);
    }

    /// Imports files, and returns the import.
    String bring(String... namesAndTexts) {
        var id = opened(Order.CANONICAL, namesAndTexts);
        run(id, _ -> {});
        return id;
    }

    Undoing.Result undo(String importId) {
        return takeBack(undos.open(workspace, importId), _ -> {});
    }

    Undoing.Result takeBack(String undoId, Steps<UndoStep> steps) {
        takingBack.run(workspace, undoId, steps);
        return Undoing.result(database, undos, workspace, undoId);
    }

    List<Rejection> rejections(String importId) {
        return imports.rejections(workspace, importId, 0, 1_000);
    }

    /// The rows of a query, each as its values joined with a bar.
    List<String> rows(String sql) {
        return database.in(
                workspace,
                session ->
                        session.sql().sql(sql).query().listOfRows().stream()
                                .map(Desk::line)
                                .toList());
    }

    private static String line(Map<String, Object> row) {
        return String.join(
                "|", new LinkedHashMap<>(row).values().stream().map(String::valueOf).toList());
    }

    /// `created/updated/unchanged/duplicate/rejected` of each file.
    static List<String> counts(ImportResult result) {
        return result.files().stream()
                .map(it ->
                        "%s %d/%d/%d/%d/%d"
                                .formatted(
                                        it.table(),
                                        it.counts().created(),
                                        it.counts().updated(),
                                        it.counts().unchanged(),
                                        it.counts().duplicate(),
                                        it.counts().rejected()))
                .toList();
    }
}
