package dev.keepwell.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.job.Stage.Waiting;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.story.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class WatchTest {

    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final InstantSource time = () -> NOON.plusSeconds(this.passed);
    private final Flags flags = new Flags(database, time.withZone(ZoneOffset.UTC));
    private Supplier<Optional<Waiting>> queue = Optional::empty;
    private long passed;
    private Watch watch = watch();

    private final class Desk implements Stage {
        @Override
        public String name() {
            return "desk";
        }

        @Override
        public Optional<Waiting> waiting(WorkspaceId workspace) {
            return queue.get();
        }
    }

    private Watch watch() {
        return new Watch(
                database, flags, List.of(new Desk()), () -> Duration.ofSeconds(passed).toNanos());
    }

    @Test
    void what_stands_still_is_flagged_within_two_minutes_whenever_it_stopped() {
        for (long stopped = 0; stopped < 15; stopped++) {
            look(15 - stopped);
            var began = passed - (15 - stopped);
            queue = () -> waiting("letter 1", began);
            while (flags.up(workspace).isEmpty()) {
                look(15);
            }
            assertThat(passed - began).isBetween(60L, 120L);

            queue = Optional::empty;
            look(15);
            assertThat(flags.up(workspace)).isEmpty();
        }
    }

    @Test
    void a_long_queue_that_goes_on_is_not_flagged() {
        for (int i = 0; i < 40; i++) {
            var letter = "letter " + i / 3;
            queue = () -> waiting(letter, passed - 3600);
            look(15);
            assertThat(flags.list(workspace)).isEmpty();
        }
    }

    @Test
    void a_flag_tells_why_and_goes_down_when_the_queue_goes_on() {
        queue = () -> waiting("letter 1", 0);
        look(5);
        for (int i = 0; i < 10; i++) {
            look(15);
        }

        assertThat(flags.list(workspace))
                .containsExactly(
                        new Flag("desk", "It has waited for 155 s.", NOON.plusSeconds(65), null));

        queue = () -> waiting("letter 2", 0);
        look(15);
        assertThat(flags.up(workspace)).isEmpty();
        assertThat(flags.list(workspace).getFirst().clearedAt()).isEqualTo(NOON.plusSeconds(170));
    }

    @Test
    void another_watch_leaves_the_flag_up_until_the_queue_goes_on() {
        queue = () -> waiting("letter 1", 0);
        for (int i = 0; i < 6; i++) {
            look(15);
        }
        watch = watch();
        look(15);
        assertThat(flags.up(workspace)).hasSize(1);

        queue = () -> waiting("letter 2", 0);
        look(15);
        assertThat(flags.up(workspace)).isEmpty();
    }

    @Test
    void a_stage_that_cannot_be_looked_at_is_flagged_too() {
        queue =
                () -> {
                    throw new IllegalStateException("locked");
                };
        for (int i = 0; i < 6; i++) {
            look(15);
        }

        assertThat(flags.up(workspace))
                .extracting(Flag::reason)
                .containsExactly("The stage cannot be looked at. The log of Keepwell says why.");
    }

    private Optional<Waiting> waiting(String letter, long since) {
        var waited = Duration.ofSeconds(passed - since);
        var reason = "It has waited for %d s.".formatted(waited.toSeconds());
        return Optional.of(new Waiting(letter, waited, 7, reason));
    }

    private void look(long later) {
        passed += later;
        watch.look(workspace);
    }
}
