package dev.keepwell.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.GivenCompaction;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.source.event.Event;
import dev.keepwell.source.event.Keeping.Outcome;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.workspace.Conventions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.dao.DataAccessResourceFailureException;

/// A lake that cannot be written to is no fault of the events: they wait, and are not set aside.
class LakeAwayTest {

    private static final Instant THEN = Instant.parse("2026-03-01T10:00:00Z");

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    @TempDir private Path folder;

    @Test
    void events_wait_until_the_lake_is_back() throws IOException {
        var place = folder.resolve("lake");
        var lake = new Lake(place);
        Files.writeString(place, "not a folder");
        try (var keeping =
                new EventKeeping(
                        lake, GivenCompaction.of(lake, database), _ -> Conventions.DEFAULT)) {
            assertThatThrownBy(() -> keep(keeping))
                    .isInstanceOf(DataAccessResourceFailureException.class);

            Files.delete(place);

            assertThat(keep(keeping)).containsExactly(Outcome.STORED);
        }
    }

    private List<Outcome> keep(EventKeeping keeping) {
        var event =
                new Event(
                        new Event.Id("sdk", "m1", new UUID(1, 1)),
                        Event.Type.TRACK,
                        "Viewed",
                        new Event.Who("u1", null, null, null, ""),
                        new Event.Times(THEN, THEN, null, THEN),
                        "{}",
                        false);
        return database.in(workspace, it -> keeping.keep(it, workspace, List.of(event)));
    }
}
