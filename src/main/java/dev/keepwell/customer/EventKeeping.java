package dev.keepwell.customer;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Compaction;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Session;
import dev.keepwell.source.Watermarks;
import dev.keepwell.source.event.Event;
import dev.keepwell.source.event.Keeping;
import dev.keepwell.source.event.TestEvents;
import dev.keepwell.source.flow.EventCounts;
import dev.keepwell.workspace.Conventions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.springframework.dao.DataAccessResourceFailureException;

/// Keeps events: each once, in the lake under the day on which it occurred, and what it says of
/// users and accounts beside the records.
public final class EventKeeping implements Keeping, AutoCloseable {

    /// The data set of the lake that holds them.
    public static final String DATASET = "event";

    private static final String TABLE = "usage_event";

    /// So many files are worth being put together.
    private static final int FILES = 24;

    private static final Compaction.Layout LAYOUT = new Compaction.Layout(DATASET, EventFile.ORDER);

    private final Lake lake;
    private final Compaction compaction;
    private final Function<WorkspaceId, Conventions> conventions;
    private final EventFile file = new EventFile();

    private final Map<WorkspaceId, Integer> published = new ConcurrentHashMap<>();

    public EventKeeping(
            Lake lake, Compaction compaction, Function<WorkspaceId, Conventions> conventions) {
        this.lake = lake;
        this.compaction = compaction;
        this.conventions = conventions;
    }

    @Override
    public List<Outcome> keep(Session session, WorkspaceId workspace, List<Event> events) {
        if (events.isEmpty()) {
            return List.of();
        }
        var outcomes = new EventKeys(session, workspace).claim(events);
        var fresh = new ArrayList<Event>();
        for (int i = 0; i < events.size(); i++) {
            if (outcomes.get(i) == Outcome.STORED) {
                fresh.add(events.get(i));
            }
        }
        if (!fresh.isEmpty()) {
            publish(session, workspace, fresh);
            new EventPeople(session, workspace).add(fresh);
            new GroupAccounts(session, workspace, conventions.apply(workspace)).add(fresh);
        }
        hear(session, workspace, events);
        return outcomes;
    }

    private void publish(Session session, WorkspaceId workspace, List<Event> events) {
        var byDay = new TreeMap<LocalDate, List<Event>>();
        for (var event : events) {
            var day = LocalDate.ofInstant(event.times().occurredAt(), ZoneOffset.UTC);
            byDay.computeIfAbsent(day, _ -> new ArrayList<>()).add(event);
        }
        byDay.forEach((day, its) -> {
            publish(session, workspace, its, day);
            new EventDays().touch(session, workspace, day);
        });
        published.merge(workspace, byDay.size(), Integer::sum);
    }

    private void publish(
            Session session, WorkspaceId workspace, List<Event> events, LocalDate day) {
        try {
            var draft = file.write(events, lake.draft());
            lake.publish(session, workspace, DATASET, day.toString(), draft);
        } catch (UncheckedIOException | IllegalStateException e) {
            if (!takesFiles()) {
                throw new DataAccessResourceFailureException("The lake cannot be written to.", e);
            }
            throw e;
        }
    }

    /// Whether a file without events can be written. If not, no event is to blame.
    private boolean takesFiles() {
        try {
            Files.delete(file.write(List.of(), lake.draft()).path());
            return true;
        } catch (IOException | UncheckedIOException | IllegalStateException e) {
            return false;
        }
    }

    /// Each portion leaves files, and readers open every one.
    @Override
    public void tidy(WorkspaceId workspace) {
        if (published.getOrDefault(workspace, 0) >= FILES) {
            published.put(workspace, 0);
            compaction.tidy(workspace, LAYOUT);
        }
    }

    /// A source that sends is heard, whatever it sends, up to the day on which it came. A test
    /// event connects nothing: no measure may wait for the next one.
    private void hear(Session session, WorkspaceId workspace, List<Event> events) {
        var zone = conventions.apply(workspace);
        for (var source : sources(events)) {
            var moments =
                    events.stream()
                            .filter(it -> it.id().source().equals(source))
                            .map(it -> it.times().receivedAt())
                            .sorted()
                            .toList();
            new Watermarks()
                    .advance(session, workspace, source, TABLE, zone.dayOf(moments.getLast()));
            new EventCounts().count(session, workspace, source, zone, moments);
        }
    }

    private static Set<String> sources(List<Event> events) {
        var sources = new HashSet<String>();
        events.forEach(it -> sources.add(it.id().source()));
        sources.remove(TestEvents.SOURCE);
        return sources;
    }

    @Override
    public void close() {
        file.close();
    }
}
