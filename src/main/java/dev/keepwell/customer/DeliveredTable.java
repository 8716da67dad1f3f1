package dev.keepwell.customer;

import dev.keepwell.postgres.Session;
import dev.keepwell.source.Feed;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.Sighting;
import dev.keepwell.source.webhook.DeliveryImport;
import dev.keepwell.source.webhook.Outcome.SetAside;
import dev.keepwell.source.webhook.RowKeeping.Batch;
import dev.keepwell.source.webhook.Told.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/// Takes the rows that one batch of deliveries tells of one table.
final class DeliveredTable {

    private final Session session;
    private final Batch batch;
    private final RecordTable table;
    private final Arrival arrival;
    private final List<String> columns;

    DeliveredTable(Session session, Batch batch, RecordTable table, Moments moments) {
        this.session = session;
        this.batch = batch;
        this.table = table;
        this.columns = columns(table);
        var feed = DeliveryImport.feed(batch, table.name());
        this.arrival =
                new Arrival(
                        batch.workspace(),
                        batch.importId(),
                        batch.at(),
                        batch.source(),
                        new Feed(feed.file(), feed.sha256(), feed.table(), columns, feed.reading()),
                        moments);
    }

    private static List<String> columns(RecordTable table) {
        var columns =
                new ArrayList<>(
                        table.columns().stream()
                                .filter(it -> it.type().isSent())
                                .map(RecordColumn::name)
                                .toList());
        columns.addAll(RecordTable.COMMON);
        return columns;
    }

    /// How many records are new. Each row that could not be used is told with its reason.
    long take(List<Row> rows, Ids ids, Map<Row, SetAside> refused) {
        var kept = new KeptValues(table).of(session, batch.source(), keys(rows));
        var told =
                rows.stream()
                        .filter(it -> !(it instanceof Row.Withdrawn) || kept.stands(key(it)))
                        .toList();
        var tally = new Tally(none(), arrival.today());
        var judge = new Judge(table, arrival, ids);
        var candidates = new ArrayList<Candidate>();
        for (int i = 0; i < told.size(); i++) {
            var row = told.get(i);
            try {
                candidates.add(judge.judge(sighting(i, row), staying(kept, row)));
            } catch (Unfit e) {
                tally.reject(aside(i, row, e.reason(), e.sentence()));
            }
        }
        store(candidates, tally);
        tally.pass(told.size());
        var setAside = tally.setAside();
        for (var it : setAside) {
            refused.put(
                    told.get(Math.toIntExact(it.line())), new SetAside(it.reason(), it.detail()));
        }
        log(tally, setAside, told);
        return tally.progress().counts().created();
    }

    private void store(List<Candidate> candidates, Tally tally) {
        if (candidates.isEmpty()) {
            return;
        }
        var rows = new RecordRows(table, arrival);
        var sourceIds = new HashSet<String>();
        candidates.forEach(it -> sourceIds.add(it.identity().sourceId()));
        var versions = new Versions(table.kind(), arrival, rows.standing(session, sourceIds));
        var neighbours = new Neighbours(table).of(session, candidates);
        var stretches = new Stretches(table).of(session, candidates);
        new Placement(versions, neighbours, stretches, tally).place(candidates);
        rows.put(session, versions.written());
    }

    private void log(Tally tally, List<ImportLog.SetAside> setAside, List<Row> told) {
        var log = new ImportLog();
        var byDelivery =
                setAside.stream()
                        .map(it ->
                                new ImportLog.SetAside(
                                        told.get(Math.toIntExact(it.line())).delivery(),
                                        it.reason(),
                                        it.detail(),
                                        it.original()))
                        .toList();
        log.setAside(session, batch.importId(), arrival.feed(), batch.at(), byDelivery);
        log.advance(session, batch.importId(), 0, tally.progress());
    }

    private Map<String, String> staying(KeptValues kept, Row row) {
        return switch (row) {
            case Row.Part it -> kept.staying(key(it), it);
            case Row.Whole _, Row.Withdrawn _ -> Map.of();
        };
    }

    private Sighting.Row sighting(int line, Row row) {
        var values = row.values();
        return new Sighting.Row(
                line,
                columns.stream().map(it -> Objects.requireNonNullElse(values.get(it), "")).toList(),
                original(row));
    }

    private static String original(Row row) {
        return JsonMapper.shared().writeValueAsString(row.values());
    }

    private static ImportLog.SetAside aside(int line, Row row, String reason, String detail) {
        return new ImportLog.SetAside(line, reason, detail, original(row));
    }

    /// Only tables with a key of one column are told of.
    private String key(Row row) {
        return Objects.requireNonNullElse(row.values().get(table.key().columns().getFirst()), "");
    }

    private Set<String> keys(List<Row> rows) {
        return rows.stream().map(this::key).collect(Collectors.toSet());
    }

    private FileProgress none() {
        var feed = arrival.feed();
        var counts = new FileProgress.Counts(0, 0, 0, 0, new TreeMap<>(), 0);
        return new FileProgress(feed.file(), feed.table(), 0, counts, null);
    }
}
