package dev.keepwell.customer;

import dev.keepwell.customer.Undoing.Conflict;
import dev.keepwell.customer.Undoing.Result;
import dev.keepwell.job.Job;
import dev.keepwell.job.Progress;
import dev.keepwell.job.Work;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.Undos;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// The work of the job `undo`: takes one import back.
final class UndoWork implements Work {

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Database database;
    private final Undos undos;
    private final TakingBack takingBack;

    UndoWork(Database database, Undos undos, TakingBack takingBack) {
        this.database = database;
        this.undos = undos;
        this.takingBack = takingBack;
    }

    @Override
    public String kind() {
        return Undos.JOB;
    }

    @Override
    public String perform(Job job, Progress progress) {
        var undoId = JSON.readTree(job.arguments()).required("undo").asString();
        takingBack.run(job.workspace(), undoId, progress.steps(UndoWork::text));
        return json(Undoing.result(database, undos, job.workspace(), undoId));
    }

    private static String text(UndoStep step) {
        return JSON.writeValueAsString(
                Map.of(
                        "table", step.table(),
                        "removed", step.removed(),
                        "restored", step.restored()));
    }

    private static String json(Result result) {
        var json = new LinkedHashMap<String, Object>();
        json.put("import", result.id());
        json.put("undoes", result.undoes());
        json.put("removed", result.removed());
        json.put("restored", result.restored());
        json.put("left_alone", result.leftAlone());
        json.put("conflicts", result.conflicts().stream().map(UndoWork::conflict).toList());
        return JSON.writeValueAsString(json);
    }

    private static Map<String, Object> conflict(Conflict conflict) {
        var json = new LinkedHashMap<String, Object>();
        json.put("table", conflict.table());
        json.put("source", conflict.source());
        json.put("id", conflict.sourceId());
        json.put("name", conflict.name());
        json.put("reason", conflict.reason().word());
        json.put("by", conflict.by());
        return json;
    }
}
