package dev.keepwell.source.wizard;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Corrections;
import dev.keepwell.source.Import;
import dev.keepwell.source.Imports;
import dev.keepwell.source.Preparations;
import dev.keepwell.source.ReadyMappings;
import dev.keepwell.workspace.Conventions;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Imports that somebody prepares step by step. Each step is kept in the import itself, and what
/// was clicked becomes its mapping.
public final class Wizards {

    private static final String MAPPING = "mapping.yaml";

    /// Before anything that a list of accounts could tell.
    private static final String ALWAYS = "1970-01-01";

    private final Database database;
    private final Imports imports;
    private final FileKinds kinds;
    private final ReadyMappings ready;
    private final MappingMemory memory;
    private final Today today;

    /// What day it is in a workspace, and what money it counts in.
    public interface Today {
        Conventions conventions(WorkspaceId workspace);

        Instant now();
    }

    public Wizards(
            Database database, Imports imports, FileKinds kinds, ReadyMappings ready, Today today) {
        this.database = database;
        this.imports = imports;
        this.kinds = kinds;
        this.ready = ready;
        this.memory = new MappingMemory(database);
        this.today = today;
    }

    public FileKinds kinds() {
        return kinds;
    }

    /// Opens an import for files of any name, from a source of this name.
    public String begin(WorkspaceId workspace, String source) {
        var order = new Import.Order(source, false, null, null, null);
        var id = imports.create(workspace, order).id();
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        update source.import set wizard = 'null'::jsonb
                                        where import_id = ?
                                        """)
                                .param(id)
                                .update());
        return id;
    }

    /// Makes of a file that came what can be made of it without asking. A file of the same name
    /// takes its place.
    public void meet(WorkspaceId workspace, String importId, String file) {
        var looked = look(workspace, importId, file, Map.of());
        var first = FirstDraft.of(kinds, file, looked, constants(workspace));
        var draft =
                memory.of(workspace, first.columns())
                        .map(it -> FirstDraft.remembered(it, first))
                        .orElse(first);
        decide(workspace, importId, draft);
    }

    /// The mapping that comes along for the files at hand, if there is one that reads them.
    public Optional<Ready> ready(WorkspaceId workspace, String importId) {
        var headers = new LinkedHashMap<String, List<String>>();
        for (var file : imports.preparations().files(workspace, importId)) {
            var looked = look(workspace, importId, file, Map.of());
            headers.put(file, looked.columns().stream().map(Seen::name).toList());
        }
        return ready.matching(headers).stream()
                .findFirst()
                .map(it ->
                        new Ready(
                                it.mapping().name(),
                                it.mapping().about().title(),
                                List.copyOf(it.files().values())));
    }

    /// A mapping that comes along, and the files that it reads.
    public record Ready(String name, String title, List<String> files) {}

    /// Imports all files by a mapping that comes along.
    public void adopt(
            WorkspaceId workspace, String importId, String name, Map<String, String> said) {
        imports.refuseStarted(workspace, importId);
        var order = ready.named(name).order(Import.Order.CANONICAL, said);
        var files = String.join(", ", imports.preparations().files(workspace, importId));
        var draft = new Draft("", files, Map.of(), false, Map.of(), List.of(), List.of());
        var text = order.mappingText();
        decide(workspace, importId, draft, new Mapped(name, text == null ? "" : text));
    }

    /// Whether the same columns were imported before.
    public boolean isRemembered(WorkspaceId workspace, Draft draft) {
        return memory.of(workspace, draft.columns()).isPresent();
    }

    /// Keeps what was decided for the next file with the same columns.
    public void remember(WorkspaceId workspace, String importId) {
        draft(workspace, importId)
                .filter(it -> !it.isReady())
                .ifPresent(it -> memory.keep(workspace, it, today.now()));
    }

    /// Says how the file is written and what its rows are. Where that is news, the columns are
    /// matched anew.
    public void describe(
            WorkspaceId workspace, String importId, String kind, Map<String, String> layout) {
        var before = known(workspace, importId);
        var looked = look(workspace, importId, before.file(), layout);
        var named = kinds.named(kind.isEmpty() ? before.kind() : kind);
        var columns = looked.columns().stream().map(Seen::name).toList();
        var same = named.name().equals(before.kind()) && columns.equals(before.columns());
        var matched = FirstDraft.of(named, before.file(), looked, before.constants());
        decide(
                workspace,
                importId,
                (same ? matched.choosing(before.choices()) : matched)
                        .clearing(before.clearsBlanks()));
    }

    /// The file as it is understood now.
    public Looked look(WorkspaceId workspace, String importId) {
        var draft = known(workspace, importId);
        // What it rests on is told as long as nobody has said otherwise.
        var guessed = look(workspace, importId, draft.file(), Map.of());
        return guessed.layout().equals(draft.layout())
                ? guessed
                : look(workspace, importId, draft.file(), draft.layout());
    }

    private Looked look(
            WorkspaceId workspace, String importId, String file, Map<String, String> said) {
        imports.refuseStarted(workspace, importId);
        return Looking.at(file, imports.preparations().path(importId, file), said);
    }

    private Map<String, String> constants(WorkspaceId workspace) {
        var conventions = today.conventions(workspace);
        return Map.of(
                "currency",
                conventions.currency(),
                "today",
                conventions.dayOf(today.now()).toString(),
                "always",
                ALWAYS,
                "nps",
                "nps");
    }

    /// What was decided so far; nothing before the first question is answered.
    public Optional<Draft> draft(WorkspaceId workspace, String importId) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select wizard from source.import
                                        where import_id = ? and wizard <> 'null'::jsonb
                                        """)
                                .param(importId)
                                .query((row, _) -> Draft.read(row.getString(1)))
                                .optional());
    }

    public Draft known(WorkspaceId workspace, String importId) {
        return draft(workspace, importId)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "nothing_decided",
                                "Nothing is known of this file yet. Upload one first."));
    }

    /// Takes a decision over, and writes the mapping that follows from it.
    public void decide(WorkspaceId workspace, String importId, Draft draft) {
        var source = imports.find(workspace, importId).order().sourceSystem();
        var text = MappingText.of(kinds.named(draft.kind()), draft, source);
        decide(workspace, importId, draft, new Mapped(MAPPING, text));
    }

    /// A mapping, and what complaints about it begin with.
    public record Mapped(String name, String text) {}

    /// Takes a mapping over that somebody else has written.
    public void decide(WorkspaceId workspace, String importId, Draft draft, Mapped mapping) {
        imports.refuseStarted(workspace, importId);
        database.doIn(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        update source.import set wizard = cast(? as jsonb),
                                            mapping_name = ?, mapping = ?, revision = revision + 1
                                        where import_id = ?
                                        """)
                                .params(draft.json(), mapping.name(), mapping.text(), importId)
                                .update());
    }

    /// Lets a value be read as another, in every row.
    public void replace(
            WorkspaceId workspace, String importId, String column, String value, String instead) {
        decide(workspace, importId, known(workspace, importId).reads(column, value, instead));
    }

    /// Changes one value of one row.
    public void mend(WorkspaceId workspace, String importId, Preparations.Place place, Cell cell) {
        imports.refuseStarted(workspace, importId);
        imports.preparations().correct(workspace, importId, place, cell.column(), cell.value());
    }

    /// A value in a column of the file.
    public record Cell(String column, String value) {}

    /// Leaves one row out.
    public void skip(WorkspaceId workspace, String importId, Preparations.Place place) {
        mend(workspace, importId, place, new Cell(Corrections.ROW, ""));
    }
}
