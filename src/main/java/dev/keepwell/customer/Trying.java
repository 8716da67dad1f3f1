package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Plan;
import dev.keepwell.source.Preparations;
import dev.keepwell.source.Rejection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Takes an import in, looks at what came of it, and takes it back.
final class Trying {

    /// More than anybody mends by hand; the rest is told by its number.
    private static final int PROBLEMS_MAX = 2_000;

    private final Database database;
    private final Intake intake;
    private final RecordTables tables;
    private final Supplier<@Nullable Foresight> foresight;

    Trying(
            Database database,
            Intake intake,
            RecordTables tables,
            Supplier<@Nullable Foresight> foresight) {
        this.database = database;
        this.intake = intake;
        this.tables = tables;
        this.foresight = foresight;
    }

    /// What is known before the problems are told with the values of their rows.
    private record Found(Trial trial, List<Rejection> rejections, Plan plan) {}

    Trial out(WorkspaceId workspace, String importId) {
        var changes = new Changes(tables);
        var found =
                intake.rehearse(
                        workspace,
                        importId,
                        changes::mark,
                        (session, plan) -> look(workspace, importId, session, plan, changes));
        return withProblems(found, found.plan.cellsOf(places(found.rejections)));
    }

    private Found look(
            WorkspaceId workspace, String importId, Session session, Plan plan, Changes changes) {
        var log = new ImportLog();
        var fed = log.files(session, importId).stream().map(Trying::fed).toList();
        var rejections = log.rejections(session, importId, 0, PROBLEMS_MAX);
        var told = changes.of(session, new HashSet<>(fed.stream().map(Trial.Fed::table).toList()));
        var outcome =
                Optional.ofNullable(foresight.get())
                        .map(it -> it.of(workspace))
                        .orElseGet(() -> new Foresight.Outcome(0, List.of()));
        return new Found(
                new Trial(
                        fed,
                        List.of(),
                        told.changes(),
                        told.jumps(),
                        turns(workspace, outcome),
                        outcome.judged(),
                        plan.notes(),
                        ""),
                rejections,
                plan);
    }

    private static Trial.Fed fed(FileProgress progress) {
        var counts = progress.counts();
        return new Trial.Fed(
                progress.file(),
                progress.table(),
                counts.created(),
                counts.updated(),
                counts.unchanged(),
                counts.duplicate(),
                counts.rejected(),
                counts.leftOut());
    }

    private List<Trial.Turn> turns(WorkspaceId workspace, Foresight.Outcome outcome) {
        var ids = outcome.turns().stream().map(Foresight.Turn::accountId).toList();
        var titles = new Titles(database).of(workspace, "account", ids);
        var turns = new ArrayList<Trial.Turn>();
        for (var it : outcome.turns()) {
            var title = titles.getOrDefault(it.accountId(), it.accountId());
            turns.add(new Trial.Turn(it.accountId(), title, it.before(), it.after()));
        }
        return turns;
    }

    private static List<Preparations.Place> places(List<Rejection> rejections) {
        return rejections.stream().map(it -> new Preparations.Place(it.file(), it.line())).toList();
    }

    private static Trial withProblems(
            Found found, Map<Preparations.Place, Map<String, String>> cells) {
        var problems = new ArrayList<Trial.Problem>();
        for (var it : found.rejections) {
            problems.add(
                    new Trial.Problem(
                            it.file(),
                            it.line(),
                            it.table(),
                            found.plan.columnOf(it.file(), it.table(), it.column()).orElse(""),
                            it.reason(),
                            it.detail(),
                            cells.getOrDefault(
                                    new Preparations.Place(it.file(), it.line()), Map.of())));
        }
        var trial = found.trial;
        return new Trial(
                trial.tables(),
                problems,
                trial.changes(),
                trial.jumps(),
                trial.turns(),
                trial.judged(),
                trial.notes(),
                "");
    }
}
