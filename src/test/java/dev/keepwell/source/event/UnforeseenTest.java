package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.customer.EventKeeping;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.GivenLake;
import dev.keepwell.lake.Lake;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import dev.keepwell.story.TestDatabase;
import dev.keepwell.workspace.Conventions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Something goes wrong with one event that no rule foresaw. It is found among the others, tried
/// three times alone and set aside; the others are stored, each once.
class UnforeseenTest {

    private static final Clock CLOCK = Clock.systemUTC();
    private static final Set<String> WICKED = Set.of("m-13", "m-77");

    @TempDir private Path folder;

    private final Database database = TestDatabase.open();
    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private EventKeeping keeping;

    @BeforeEach
    void open() {
        var lake = new Lake(folder);
        keeping =
                new EventKeeping(
                        lake, GivenLake.compaction(lake, database), _ -> Conventions.DEFAULT);
    }

    @AfterEach
    void close() {
        keeping.close();
    }

    /// Keeps all but the wicked ones, and counts how often it was asked to keep those alone.
    private final class Stumbling implements Keeping {

        private final List<String> alone = new ArrayList<>();

        @Override
        public List<Outcome> keep(Session session, WorkspaceId of, List<Event> events) {
            var ids = events.stream().map(it -> it.id().messageId()).toList();
            if (ids.size() == 1 && WICKED.contains(ids.getFirst())) {
                alone.add(ids.getFirst());
            }
            if (ids.stream().anyMatch(WICKED::contains)) {
                throw new ArithmeticException("Nobody foresaw this.");
            }
            return keeping.keep(session, of, events);
        }
    }

    @Test
    void one_event_that_cannot_be_kept_takes_no_other_with_it() {
        var stumbling = new Stumbling();
        var seqs = IntStream.range(0, 10).mapToObj(this::send).toList();

        settling(stumbling).settle(workspace, seqs);

        var balance = Balance.total(new Balance(database).bySource(workspace));
        assertThat(balance.received()).isEqualTo(100);
        assertThat(balance.stored()).isEqualTo(98);
        assertThat(balance.setAside()).isEqualTo(2);
        assertThat(balance.isBalanced()).isTrue();
        assertThat(stumbling.alone).hasSize(6);
        assertThat(letters()).extracting(DeadLetter::messageId).containsExactly("m-13", "m-77");
        assertThat(letters())
                .allSatisfy(it -> {
                    assertThat(it.why().stage()).isEqualTo("store");
                    assertThat(it.why().reason()).isEqualTo("unprocessable");
                    assertThat(it.why().attempts()).isEqualTo(3);
                    assertThat(new String(it.original(), StandardCharsets.UTF_8))
                            .isEqualTo(event(it.messageId()));
                });
    }

    @Test
    void what_was_set_aside_is_stored_when_the_fault_is_mended() {
        var seq = send(1);
        settling(new Stumbling()).settle(workspace, List.of(seq));
        var letter = letters().getFirst();
        var replays = new Replays(database, new DeadLetters(database, CLOCK), CLOCK, () -> {});

        replays.replay(workspace, letter.id(), null);
        replays.replay(workspace, letter.id(), null);
        settling(keeping).settle(workspace, waiting());

        var balance = Balance.total(new Balance(database).bySource(workspace));
        assertThat(balance.stored()).isEqualTo(10);
        assertThat(balance.setAside()).isEqualTo(1);
        assertThat(balance.isBalanced()).isTrue();
    }

    private Settling settling(Keeping keeping) {
        return new Settling(new DatabaseBooks(database, keeping, CLOCK));
    }

    /// Ten events of one request.
    private Long send(int number) {
        var events =
                IntStream.range(10 * number, 10 * number + 10)
                        .mapToObj(it -> event("m-" + it))
                        .collect(Collectors.joining(","));
        var body = "{\"batch\":[%s]}".formatted(events).getBytes(StandardCharsets.UTF_8);
        var sender = new Arrival.Sender(workspace, "web", "key");
        var call = new Arrival.Call(Route.BATCH, "r" + number, CLOCK.instant());
        var sizes = new Arrival.Sizes(body.length, 10, 0);
        return database.in(
                workspace, it -> new IngestLog(it).append(new Arrival(sender, call, body, sizes)));
    }

    private static String event(String id) {
        return "{\"type\":\"track\",\"event\":\"Walked\",\"userId\":\"u\",\"messageId\":\"%s\"}"
                .formatted(id);
    }

    private List<Long> waiting() {
        return database.in(workspace, it -> new IngestLog(it).waiting(100)).stream()
                .map(IngestLog.Waiting::seq)
                .toList();
    }

    private List<DeadLetter> letters() {
        return new DeadLetters(database, CLOCK).all(workspace, 0, 100);
    }
}
