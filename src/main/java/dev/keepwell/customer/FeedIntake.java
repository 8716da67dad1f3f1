package dev.keepwell.customer;

import dev.keepwell.job.Steps;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.FileProgress;
import dev.keepwell.source.ImportLog;
import dev.keepwell.source.ImportLog.SetAside;
import dev.keepwell.source.Sighting;
import dev.keepwell.source.Sightings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/// Takes one file into one table, chunk by chunk, each in a transaction of its own.
///
/// The rows, what was set aside, the counts and the place in the file change together: whoever
/// comes back after a crash goes on exactly there.
final class FeedIntake {

    /// The whole import stands on one heap of 256 MB, however long its lines are.
    private static final int CHUNK_CHARS_MAX = 4 << 20;

    private final Database database;
    private final Arrival arrival;
    private final ImportLog log;
    private final RecordTable table;
    private final Rows rows;
    private final Judge judge;
    private final Tally tally;

    FeedIntake(
            Database database,
            Arrival arrival,
            RecordTable table,
            Rows rows,
            Judge judge,
            Tally tally) {
        this.database = database;
        this.arrival = arrival;
        this.log = new ImportLog();
        this.table = table;
        this.rows = rows;
        this.judge = judge;
        this.tally = tally;
    }

    /// Reads on from where the counts stand, and reports each chunk after it is stored.
    void run(Sightings sightings, Steps<FileProgress> steps, BooleanSupplier stopped) {
        for (long i = tally.progress().linesDone(); i > 0 && sightings.hasNext(); i--) {
            sightings.next();
        }
        while (sightings.hasNext() && !stopped.getAsBoolean()) {
            var chunk = next(sightings);
            database.doIn(arrival.workspace(), session -> take(session, chunk, steps));
            tally.stored();
            steps.done(tally.progress());
        }
    }

    private List<Sighting> next(Sightings sightings) {
        int linesMax =
                switch (table.place()) {
                    // Rows that exclude each other find their order within one chunk only.
                    case POSTGRES -> table.time().exclusive().isEmpty() ? 5_000 : 50_000;
                    // Each chunk becomes a Parquet file, and small ones are slow to read.
                    case LAKE -> 50_000;
                };
        var chunk = new ArrayList<Sighting>();
        long chars = 0;
        while (chunk.size() < linesMax && chars < CHUNK_CHARS_MAX && sightings.hasNext()) {
            var sighting = sightings.next();
            chunk.add(sighting);
            chars +=
                    switch (sighting) {
                        case Sighting.Row row -> row.original().length();
                        case Sighting.Unreadable line -> line.original().length();
                        case Sighting.LeftOut _ -> 0;
                    };
        }
        return chunk;
    }

    private void take(Session session, List<Sighting> chunk, Steps<FileProgress> steps) {
        // Fresh tables have no statistics yet, and reading all of one for each chunk would make
        // the import slower with every row.
        session.sql().sql("set local enable_seqscan = off").update();
        var candidates = new ArrayList<Candidate>();
        var keeps = arrival.feed().reading().keepsBlank();
        var bench = new Bench(judge, keeps, stood(session, chunk));
        var refused = refused(session, chunk);
        for (var sighting : chunk) {
            switch (sighting) {
                case Sighting.Row row when refused.contains(row.line()) -> tally.leaveOut();
                case Sighting.Row row -> judged(bench, row, candidates);
                case Sighting.Unreadable it ->
                        tally.reject(
                                new SetAside(it.line(), it.reason(), it.detail(), it.original()));
                case Sighting.LeftOut _ -> tally.leaveOut();
            }
        }
        store(session, candidates);
        var from = tally.progress().linesDone();
        tally.pass(chunk.size());
        log.setAside(session, arrival.importId(), arrival.feed(), arrival.at(), tally.setAside());
        log.advance(session, arrival.importId(), from, tally.progress());
        steps.hold(session);
    }

    private void judged(Bench bench, Sighting.Row row, List<Candidate> candidates) {
        try {
            candidates.add(bench.judge(row));
        } catch (Unfit e) {
            tally.reject(
                    new SetAside(row.line(), e.reason(), e.sentence(), row.original(), e.column()));
        }
    }

    /// What stands of the records of a chunk, where rows that say less keep it.
    private Map<String, Stood> stood(Session session, List<Sighting> chunk) {
        if (!arrival.feed().reading().keepsBlank()) {
            return Map.of();
        }
        var keys = new HashSet<String>();
        for (var sighting : chunk) {
            if (sighting instanceof Sighting.Row row) {
                judge.key(row).ifPresent(keys::add);
            }
        }
        return new StoodRows(table, arrival).of(session, keys);
    }

    /// The lines of a chunk that another table set aside, and that count nowhere then.
    private Set<Long> refused(Session session, List<Sighting> chunk) {
        var feed = arrival.feed();
        return feed.with().isEmpty() || chunk.isEmpty()
                ? Set.of()
                : log.refused(
                        session,
                        arrival.importId(),
                        feed,
                        chunk.getFirst().line(),
                        chunk.getLast().line());
    }

    private void store(Session session, List<Candidate> candidates) {
        if (candidates.isEmpty()) {
            return;
        }
        var ids = new HashSet<String>();
        candidates.forEach(it -> ids.add(it.identity().sourceId()));
        var versions = new Versions(table.kind(), arrival, rows.standing(session, ids));
        var neighbours = new Neighbours(table).of(session, candidates);
        var stretches = new Stretches(table).of(session, candidates);
        new Placement(versions, neighbours, stretches, tally).place(candidates);
        rows.put(session, versions.written());
        new References(session).keep(judge.named());
    }
}
