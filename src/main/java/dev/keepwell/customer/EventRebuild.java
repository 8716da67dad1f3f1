package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.lake.Rebuild;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.event.Event;
import dev.keepwell.source.event.LogReading;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Writes a damaged file of events again from the log: the events of its days that no other file
/// has.
final class EventRebuild implements Rebuild {

    private final Lake lake;

    EventRebuild(Lake lake) {
        this.lake = lake;
    }

    @Override
    public boolean can(String dataset) {
        return dataset.equals(EventKeeping.DATASET);
    }

    /// Everything that was in the file is there again, or nothing is done.
    @Override
    public boolean rebuild(Session session, WorkspaceId workspace, LakeFile damaged) {
        var elsewhere = elsewhere(session, workspace, damaged);
        var missing = new ArrayList<Event>();
        new LogReading()
                .stored(
                        session,
                        event -> {
                            if (isOf(event, damaged.part()) && !elsewhere.contains(key(event))) {
                                missing.add(event);
                            }
                        });
        var others = others(session, workspace, damaged);
        if (missing.size() != damaged.rows() + rows(others)) {
            return false;
        }
        lake.retire(session, workspace, others);
        try (var file = new EventFile()) {
            var draft = file.write(missing, lake.draft());
            lake.publish(session, workspace, EventKeeping.DATASET, damaged.part(), draft);
        }
        return true;
    }

    /// What else of these days is missing. Nobody can tell which of them held what, so all of them
    /// are written again together.
    private List<LakeFile> others(Session session, WorkspaceId workspace, LakeFile damaged) {
        return lake.missed(session, workspace, EventKeeping.DATASET).stream()
                .filter(it -> !it.sha256().equals(damaged.sha256()))
                .filter(it -> overlap(it.part(), damaged.part()))
                .toList();
    }

    private static long rows(List<LakeFile> files) {
        return files.stream().mapToLong(LakeFile::rows).sum();
    }

    /// A part is a day or a month, and both are how a date begins.
    private static boolean isOf(Event event, String part) {
        var at = event.times().occurredAt().atOffset(ZoneOffset.UTC);
        return at.toLocalDate().toString().startsWith(part);
    }

    /// Files of other parts may hold days of this one: a month that was put together, or a day that
    /// came after it.
    private Set<String> elsewhere(Session session, WorkspaceId workspace, LakeFile damaged) {
        var files =
                lake.files(session, workspace, EventKeeping.DATASET).stream()
                        .filter(it -> !it.sha256().equals(damaged.sha256()))
                        .filter(it -> overlap(it.part(), damaged.part()))
                        .toList();
        return files.isEmpty() ? Set.of() : new HashSet<>(keys(files));
    }

    private static boolean overlap(String one, String other) {
        return one.startsWith(other) || other.startsWith(one);
    }

    private static List<String> keys(List<LakeFile> files) {
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            return duck.query(
                    "select source_system || '/' || message_id from " + DuckDb.reading(files),
                    (row, _) -> row.getString(1));
        }
    }

    private static String key(Event event) {
        return event.id().source() + "/" + event.id().messageId();
    }
}
