package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.Stage.Waiting;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SilentSourcesTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private static final String REQUEST =
            """
            insert into source.ingest_log (workspace_id, source_system, received_at, token_id,
                route, request_id, body, sha256, unpacked, events, refused)
            values (?, ?, ?, '', '', '', '', '', 0, 1, 0)
            """;
    private static final String COUNT =
            """
            insert into source.received_count (workspace_id, source_system, last_at)
            values (?, ?, ?)
            on conflict (workspace_id, source_system) do update set last_at = excluded.last_at
            """;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final InstantSource time = () -> this.now;
    private final SilentSources sources =
            new SilentSources(database, time.withZone(ZoneOffset.UTC));
    private Instant now = NOON;

    @Test
    void a_busy_source_is_missed_after_a_day() {
        hear("sdk", 0, 1, 2, 3, 5);

        assertThat(after(28)).isEmpty();
        assertThat(after(30).map(Waiting::reason))
                .hasValue(
                        "Nothing has come from the source 'sdk' for 25 hours, and it used to be"
                                + " silent for 2 at most.");
    }

    @Test
    void a_source_that_rests_at_weekends_may_be_silent_for_three_of_them() {
        hear("erp", 0, 24, 24 + 62);

        assertThat(after(86 + 3 * 62)).isEmpty();
        assertThat(after(86 + 3 * 62 + 1)).isPresent();
    }

    @Test
    void a_silence_of_long_ago_is_forgotten() {
        hear("sdk", 0, 200, 563, 564);

        assertThat(after(564 + 25)).isPresent();
    }

    @Test
    void who_was_heard_once_is_not_missed() {
        hear("sdk", 0);

        assertThat(after(10_000)).isEmpty();
    }

    @Test
    void a_source_that_is_heard_again_is_no_longer_missed() {
        hear("sdk", 0, 1);
        hear("web", 0, 2);
        assertThat(after(48).map(Waiting::count)).hasValue(2L);

        hear("sdk", 48);
        assertThat(after(48).map(Waiting::oldest)).hasValue("web since 2026-03-02T14:00:00Z");
        hear("web", 48);
        assertThat(after(48)).isEmpty();
    }

    private Optional<Waiting> after(long hours) {
        now = NOON.plus(Duration.ofHours(hours));
        return sources.waiting(workspace);
    }

    private void hear(String source, long... hours) {
        for (var hour : hours) {
            var at = NOON.plus(Duration.ofHours(hour)).atOffset(ZoneOffset.UTC);
            insert(REQUEST, source, at);
            insert(COUNT, source, at);
        }
    }

    private void insert(String statement, String source, OffsetDateTime at) {
        database.doIn(
                workspace,
                it -> it.sql().sql(statement).params(workspace.value(), source, at).update());
    }
}
