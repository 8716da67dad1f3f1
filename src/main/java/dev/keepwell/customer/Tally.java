package dev.keepwell.customer;

import dev.keepwell.source.FileProgress;
import dev.keepwell.source.ImportLog.SetAside;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// The counts of one file as they grow, and what was set aside since they were last stored.
final class Tally {

    private final String file;
    private final String table;
    private final LocalDate today;
    private final SortedMap<String, Long> reasons;
    private final List<SetAside> setAside = new ArrayList<>();
    private long linesDone;
    private long created;
    private long updated;
    private long unchanged;
    private long duplicate;
    private long leftOut;
    private @Nullable LocalDate latest;

    Tally(FileProgress from, LocalDate today) {
        this.file = from.file();
        this.table = from.table();
        this.today = today;
        linesDone = from.linesDone();
        created = from.counts().created();
        updated = from.counts().updated();
        unchanged = from.counts().unchanged();
        duplicate = from.counts().duplicate();
        leftOut = from.counts().leftOut();
        reasons = new TreeMap<>(from.counts().reasons());
        latest = from.latest();
    }

    void leaveOut() {
        leftOut++;
    }

    void reject(SetAside line) {
        setAside.add(line);
        reasons.merge(line.reason(), 1L, Long::sum);
    }

    void count(Versions.Outcome outcome, Candidate candidate) {
        switch (outcome) {
            case CREATED -> created++;
            case UPDATED -> updated++;
            case UNCHANGED -> unchanged++;
            case DUPLICATE -> duplicate++;
            case DUPLICATE_ID ->
                    reject(
                            new SetAside(
                                    candidate.line(),
                                    "duplicate_id",
                                    "Another row with the id %s came first, and the first wins."
                                            .formatted(candidate.identity().sourceId()),
                                    candidate.original()));
        }
        see(candidate.dates().occurredOn());
    }

    /// Days still to come say nothing about how far a source is complete.
    private void see(@Nullable LocalDate day) {
        if (day != null && !day.isAfter(today) && (latest == null || day.isAfter(latest))) {
            latest = day;
        }
    }

    void pass(int lines) {
        linesDone += lines;
    }

    List<SetAside> setAside() {
        return List.copyOf(setAside);
    }

    /// Starts the next chunk: what was set aside so far is stored.
    void stored() {
        setAside.clear();
    }

    FileProgress progress() {
        return new FileProgress(
                file,
                table,
                linesDone,
                new FileProgress.Counts(
                        created, updated, unchanged, duplicate, new TreeMap<>(reasons), leftOut),
                latest);
    }
}
