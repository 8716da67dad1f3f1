package dev.keepwell.screen.api;

import dev.keepwell.customer.RecordExport;
import dev.keepwell.health.Ledger;
import dev.keepwell.health.Verdict;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Rejection;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What can be taken out, row by row.
@Component
final class Exports {

    private static final List<String> KNOWN = List.of("records", "ledger", "dead-letters");
    private static final int REJECTIONS_AT_ONCE = 1_000;

    /// Rows that are written when somebody says where to.
    interface RowSource {
        void into(ExportFormat format);
    }

    private final RecordExport records;
    private final Ledger ledger;
    private final Database database;

    Exports(RecordExport records, Ledger ledger, Database database) {
        this.records = records;
        this.ledger = ledger;
        this.database = database;
    }

    /// Refuses before the first row is written, because an answer that has begun cannot turn into a
    /// problem any more.
    RowSource of(WorkspaceId workspace, String what, String table, boolean isCsv) {
        return switch (what) {
            case "records" -> records(workspace, tables(table, isCsv));
            case "ledger" -> format -> ledger.each(workspace, it -> format.row(line(it)));
            case "dead-letters" -> format -> deadLetters(workspace, format);
            case String other ->
                    throw Refusal.unknown(
                            "unknown_export",
                            "There is no export '%s'.%s The exports are %s."
                                    .formatted(
                                            other,
                                            Suggestion.forWord(other, KNOWN),
                                            String.join(", ", KNOWN)));
        };
    }

    private List<String> tables(String table, boolean isCsv) {
        if (table.isEmpty() && isCsv) {
            throw Refusal.invalid(
                    "table",
                    "Each table has columns of its own, so a CSV holds one: say which, as"
                            + " table=account.");
        }
        if (!table.isEmpty() && !records.tables().contains(table)) {
            throw Refusal.unknown(
                    "unknown_table",
                    "There is no table '%s'.%s"
                            .formatted(table, Suggestion.forWord(table, records.tables())));
        }
        return table.isEmpty() ? records.tables() : List.of(table);
    }

    private RowSource records(WorkspaceId workspace, List<String> tables) {
        return format ->
                tables.forEach(it -> records.each(workspace, it, row -> format.row(record(row))));
    }

    private static SequencedMap<String, @Nullable Object> record(RecordExport.Row row) {
        var columns = ExportFormat.columns();
        columns.put("table", row.table());
        columns.putAll(row.columns());
        return columns;
    }

    private static SequencedMap<String, @Nullable Object> line(Ledger.Line line) {
        var point = line.point();
        var scored = point.verdict() instanceof Verdict.Scored it ? it : null;
        var columns = ExportFormat.columns();
        columns.put("day", point.day().toString());
        columns.put("account", line.account().value());
        columns.put("model", line.model());
        columns.put("model_version", point.version());
        columns.put("raw", scored == null ? null : scored.raw());
        columns.put("rounded", scored == null ? null : scored.rounded());
        columns.put("capped", scored == null ? null : scored.capped());
        columns.put("published", scored == null ? null : scored.published());
        columns.put("plain_band", scored == null ? "grey" : scored.plainBand().word());
        columns.put("band", point.verdict().band().word());
        columns.put("coverage", point.coverage());
        columns.put("input_hash", line.inputHash());
        return columns;
    }

    private void deadLetters(WorkspaceId workspace, ExportFormat format) {
        var after = 0L;
        List<Rejection> page;
        do {
            var cursor = after;
            page =
                    database.in(
                            workspace,
                            it -> new ImportLog().allRejections(it, cursor, REJECTIONS_AT_ONCE));
            page.forEach(it -> format.row(deadLetter(it)));
            after = page.isEmpty() ? after : page.getLast().id();
        } while (page.size() == REJECTIONS_AT_ONCE);
    }

    private static SequencedMap<String, @Nullable Object> deadLetter(Rejection it) {
        var columns = ExportFormat.columns();
        columns.put("id", it.id());
        columns.put("file", it.file());
        columns.put("line", it.line());
        columns.put("table", it.table());
        columns.put("reason", it.reason());
        columns.put("detail", it.detail());
        columns.put("original", it.original());
        columns.put("first_seen", it.firstSeen().toString());
        return columns;
    }
}
