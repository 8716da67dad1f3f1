package dev.keepwell.source.flow;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.flow.SourceBook.Place;
import dev.keepwell.workspace.Tokens;
import dev.keepwell.workspace.Workspaces;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Every source of a workspace: what it used to bring, what it brings now, and what somebody
/// decided about it.
@Component
public class Sources {

    /// Further back nobody looks for what a source used to do.
    private static final int DAYS = 400;

    private final Database database;
    private final List<Arriving> ways;
    private final Tokens tokens;
    private final Workspaces workspaces;
    private final Clock clock;

    Sources(
            Database database,
            List<Arriving> ways,
            Tokens tokens,
            Workspaces workspaces,
            Clock clock) {
        this.database = database;
        this.ways = List.copyOf(ways);
        this.tokens = tokens;
        this.workspaces = workspaces;
        this.clock = clock;
    }

    /// What is to change; what is null stays. An empty table means the source as a whole.
    public record Change(
            @Nullable String expectedEvery,
            String table,
            @Nullable String owner,
            @Nullable Boolean paused) {}

    /// The day it is where the workspace does its reporting.
    public LocalDate today(WorkspaceId workspace) {
        return workspaces.conventionsOf(workspace).dayOf(clock.instant());
    }

    /// By name.
    public List<Source> all(WorkspaceId workspace) {
        var zone = workspaces.conventionsOf(workspace).zone();
        var now = clock.instant();
        var today = LocalDate.ofInstant(now, zone);
        var keys = tokens.sources(workspace);
        return database.in(
                workspace,
                session -> {
                    var book = new SourceBook(session);
                    var sheets = new SourceSheets(book, now, today);
                    keys.forEach(sheets::mayCome);
                    for (var way : ways) {
                        way.since(session, zone, today.minusDays(DAYS))
                                .forEach(it -> sheets.add(way.way(), it));
                    }
                    return sheets.sources();
                });
    }

    public Source named(WorkspaceId workspace, String name) {
        var all = all(workspace);
        return all.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_source",
                                "There is no source '%s'.%s GET /api/v1/sources lists them."
                                        .formatted(
                                                name,
                                                Suggestion.forWord(
                                                        name,
                                                        all.stream().map(Source::name).toList()))));
    }

    /// Does what somebody decided, all of it or nothing.
    public void change(WorkspaceId workspace, String name, Change change, String by) {
        var source = named(workspace, name);
        checkTable(source, change.table());
        var expected = change.expectedEvery();
        var every = Every.read(expected == null ? "" : expected).orElse(null);
        var now = clock.instant();
        database.doIn(
                workspace,
                session -> {
                    var book = new SourceBook(session);
                    var id = workspace.value();
                    if (expected != null) {
                        book.expect(id, new Place(name, change.table()), every);
                    }
                    if (change.owner() != null) {
                        book.own(id, name, checked(change.owner()));
                    }
                    if (change.paused() != null) {
                        pause(book, id, name, change.paused() ? now : null, by);
                    }
                });
    }

    private static void pause(
            SourceBook book, String workspace, String name, @Nullable Instant at, String by) {
        if (at == null) {
            book.resume(name);
        } else {
            book.pause(workspace, name, at, by);
        }
    }

    private static String checked(String owner) {
        if (owner.length() > 200 || owner.chars().anyMatch(Character::isISOControl)) {
            throw Refusal.invalid(
                    "owner",
                    "An owner is a name of at most 200 characters on one line. Shorten it.");
        }
        return owner;
    }

    private static void checkTable(Source source, String table) {
        var tables = new ArrayList<>(source.tables().stream().map(SourceTable::table).toList());
        if (!table.isEmpty() && !tables.contains(table)) {
            throw Refusal.unknown(
                    "unknown_table",
                    "The source '%s' feeds no table '%s'.%s"
                            .formatted(source.name(), table, Suggestion.forWord(table, tables)));
        }
    }
}
