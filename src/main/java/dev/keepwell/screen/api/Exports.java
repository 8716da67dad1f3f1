package dev.keepwell.screen.api;

import dev.keepwell.customer.EventExport;
import dev.keepwell.customer.RecordExport;
import dev.keepwell.health.Ledger;
import dev.keepwell.health.Verdict;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.util.RawValue;

/// What can be taken out, row by row.
@Component
final class Exports {

    private static final List<String> KNOWN =
            List.of("records", "events", "ledger", "dead-letters");

    /// Rows that are written when somebody says where to.
    interface RowSource {
        void into(ExportFormat format);
    }

    private final RecordExport records;
    private final Ledger ledger;
    private final EventExport events;
    private final LetterExport letters;

    Exports(RecordExport records, Ledger ledger, EventExport events, LetterExport letters) {
        this.records = records;
        this.ledger = ledger;
        this.events = events;
        this.letters = letters;
    }

    /// Refuses before the first row is written, because an answer that has begun cannot turn into a
    /// problem any more.
    RowSource of(WorkspaceId workspace, String what, String table, boolean isCsv) {
        return switch (what) {
            case "records" -> records(workspace, tables(table, isCsv));
            case "ledger" -> format -> ledger.each(workspace, it -> format.row(line(it)));
            case "events" -> format -> events.each(workspace, it -> format.row(event(it, isCsv)));
            case "dead-letters" -> format -> letters.each(workspace, format);
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

    /// Properties are JSON already, and stay what was sent.
    private static SequencedMap<String, @Nullable Object> event(
            SequencedMap<String, @Nullable String> event, boolean isCsv) {
        var columns = ExportFormat.columns();
        columns.putAll(event);
        if (!isCsv) {
            columns.computeIfPresent("properties", (_, it) -> new RawValue(it.toString()));
        }
        return columns;
    }
}
