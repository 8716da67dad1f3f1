package dev.keepwell.warehouse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// However events arrive, in whatever order and portions, some of them twice, and whenever they are
/// rolled up: the facts have the same bytes.
class OrderOfEventsTest {

    private static final Instant NOW = Instant.parse("2025-10-29T12:00:00Z");
    private static final Instant FIRST = Instant.parse("2025-10-24T20:00:00Z");
    private static final LocalDate LATE = LocalDate.parse("2025-10-26");
    private static final LocalDate NEXT_MONTH = LocalDate.parse("2025-11-01");
    private static final int EVENTS = 300;
    private static final int TIMES = 6;
    private static final int TIMES_LONG = 200;
    private static final int MINUTES = 3 * 24 * 60;
    private static final int PORTIONS_MAX = 6;
    private static final long SEED = 20261122;

    @TempDir private Path folder;

    private final List<Sent> events = events(new Random(SEED));
    private String expected = "";

    @BeforeEach
    void inOrder() {
        try (var given = new GivenEvents(folder.resolve("first"), NOW)) {
            given.arrive(events, NOW);
            assertThat(given.use()).hasSizeGreaterThan(20);
            expected = given.fingerprint();
        }
    }

    @Test
    void the_order_of_events_does_not_matter() {
        inAnyOrder(SEED, TIMES);
    }

    @Test
    @Tag("long")
    void the_order_of_events_never_matters() {
        inAnyOrder(SEED + TIMES, TIMES_LONG);
    }

    private void inAnyOrder(long seed, int times) {
        for (int i = 0; i < times; i++) {
            var random = new Random(seed + i);
            try (var given = new GivenEvents(folder.resolve("order" + i), NOW)) {
                for (var portion : portions(random)) {
                    given.arrive(portion, NOW);
                    if (random.nextInt(3) == 0) {
                        given.rollUp();
                    }
                    if (random.nextInt(3) == 0) {
                        given.settleMonths(NEXT_MONTH);
                    }
                }
                var open = given.fingerprint();
                given.rollUp();

                assertThat(open).as("seed %d", seed + i).isEqualTo(expected);
                assertThat(given.fingerprint()).as("seed %d", seed + i).isEqualTo(expected);
                assertThat(given.useSince(LATE, false))
                        .as("seed %d", seed + i)
                        .isNotEmpty()
                        .isEqualTo(given.useSince(LATE, true));
            }
        }
    }

    /// All events in some order, cut into portions that repeat some of what came before.
    private List<List<Sent>> portions(Random random) {
        var shuffled = new ArrayList<>(events);
        Collections.shuffle(shuffled, random);
        var portions = new ArrayList<List<Sent>>();
        var size = shuffled.size() / (1 + random.nextInt(PORTIONS_MAX)) + 1;
        for (int from = 0; from < shuffled.size(); from += size) {
            var until = Math.min(shuffled.size(), from + size);
            var portion = new ArrayList<>(shuffled.subList(from, until));
            for (int i = 0; i < until / 10; i++) {
                portion.add(shuffled.get(random.nextInt(until)));
            }
            portions.add(portion);
        }
        return portions;
    }

    private static List<Sent> events(Random random) {
        var events = new ArrayList<Sent>();
        for (int i = 0; i < EVENTS; i++) {
            events.add(event(random, "m" + i));
        }
        return List.copyOf(events);
    }

    /// Times are whole quarters of an hour, so that many fall together.
    private static Sent event(Random random, String id) {
        var at = FIRST.plusSeconds(60L * 15 * random.nextInt(MINUTES / 15));
        var user = "u" + random.nextInt(6);
        var visitor = "a" + random.nextInt(8);
        return switch (random.nextInt(12)) {
            case 0 -> new Sent(id, "group", null, user, null, account(random), at);
            case 1 -> new Sent(id, "identify", null, user, visitor, null, at);
            case 2 -> new Sent(id, "alias", null, user, visitor, null, at);
            case 3, 4, 5 -> new Sent(id, "page", null, null, visitor, maybe(random), at);
            default -> {
                var name = random.nextBoolean() ? "open" : "close";
                yield new Sent(id, "track", name, user, visitor, maybe(random), at);
            }
        };
    }

    private static String account(Random random) {
        return List.of("A1", "B2", "C3", "ext:sdk/B2", "nobody").get(random.nextInt(5));
    }

    private static @Nullable String maybe(Random random) {
        return random.nextInt(6) == 0 ? account(random) : null;
    }
}
