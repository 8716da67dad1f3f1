package dev.keepwell.job;

import dev.keepwell.job.Stage.Waiting;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Looks whether what waits goes on, and raises a flag where it does not.
///
/// A queue may be long: it stands still when its first stays the same. Seen first up to one look
/// late, and known to stand still up to another look late, a stage is flagged within 90 seconds.
final class Watch {

    static final Duration LOOK = Duration.ofSeconds(15);
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);

    private final Database database;
    private final Flags flags;
    private final List<Stage> stages;
    private final LongSupplier ticks;
    private final Map<Place, Seen> seen = new HashMap<>();

    /// `ticks` counts nanoseconds, whatever happens to the clock.
    Watch(Database database, Flags flags, List<Stage> stages, LongSupplier ticks) {
        this.database = database;
        this.flags = flags;
        this.stages = stages;
        this.ticks = ticks;
    }

    private record Place(WorkspaceId workspace, String stage) {}

    private record Seen(String oldest, long since) {}

    void look(WorkspaceId workspace) {
        for (var stage : stages) {
            var place = new Place(workspace, stage.name());
            var waiting = waiting(workspace, stage);
            waiting.ifPresentOrElse(it -> note(place, it), () -> seen.remove(place));
            flags.clear(workspace, stage.name(), waiting.map(Waiting::oldest).orElse(""));
        }
    }

    private void note(Place place, Waiting waiting) {
        long now = ticks.getAsLong();
        var before = seen.get(place);
        if (before == null || !before.oldest().equals(waiting.oldest())) {
            seen.put(place, new Seen(waiting.oldest(), now));
        } else if (now - before.since() >= PATIENCE.toNanos()
                && waiting.waited().compareTo(PATIENCE) >= 0) {
            flags.raise(place.workspace(), place.stage(), waiting);
        }
    }

    /// A stage that cannot be looked at may stand still for the same reason.
    private Optional<Waiting> waiting(WorkspaceId workspace, Stage stage) {
        try {
            return database.in(
                    workspace,
                    session -> {
                        Flags.hurry(session);
                        return stage.waiting(workspace);
                    });
        } catch (RuntimeException e) {
            LOG.warn("The stage '{}' of {} cannot be looked at.", stage.name(), workspace, e);
            return Optional.of(
                    new Waiting(
                            "unseen",
                            PATIENCE,
                            1,
                            "The stage cannot be looked at. The log of Keepwell says why."));
        }
    }
}
