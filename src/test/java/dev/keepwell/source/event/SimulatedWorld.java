package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import org.springframework.dao.DataAccessException;

/// Senders, a door, a log and a worker, of which chance lets one act at a time. The code of the
/// door and of the worker is the real one.
final class SimulatedWorld {

    private static final int STEPS = 150;
    private static final Arrival.Sender KEY = new Arrival.Sender(WorkspaceId.DEFAULT, "sdk", "tok");

    private final long seed;
    private final Random random;
    private final SimulatedBooks books;
    private final List<SimulatedSender> senders = new ArrayList<>();
    private final List<Waiting> queue = new ArrayList<>();
    private final Fingerprint trace = new Fingerprint();
    private Worker worker;
    private Instant now = Instant.parse("2026-03-28T23:00:00Z");

    /// A request whose sender waits for the answer.
    private record Waiting(SimulatedSender sender, Arrival arrival) {}

    SimulatedWorld(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.books = new SimulatedBooks(WorkspaceId.DEFAULT, random);
        this.worker = new Worker(books, () -> {});
        for (int i = 0; i < 3; i++) {
            senders.add(new SimulatedSender("s" + i, 8, random));
        }
    }

    /// A fingerprint of all that happened.
    String run() {
        books.expect(0.03);
        for (int step = 0; step < STEPS; step++) {
            step();
            if (step % 10 == 0) {
                check();
            }
        }
        books.expect(0);
        while (!senders.stream().allMatch(SimulatedSender::isDone) || books.state().waiting() > 0) {
            step();
        }
        checkEnd();
        return trace.hex();
    }

    private void step() {
        int what = random.nextInt(10);
        trace.add(what + " " + books.state().received + " " + books.state().stored.size());
        try {
            switch (what) {
                case 0, 1, 2, 3 -> send(senders.get(random.nextInt(senders.size())));
                case 4, 5, 6 -> commit();
                case 7, 8 -> worker.round();
                default -> now = now.plus(jump());
            }
        } catch (SimulatedBooks.Crash e) {
            // Whoever waited for an answer gets none.
            queue.clear();
            worker = new Worker(books, () -> {});
        } catch (DataAccessException e) {
            // The worker comes again by itself.
        }
    }

    private Duration jump() {
        return switch (random.nextInt(6)) {
            case 0 -> Duration.ofHours(1);
            case 1 -> Duration.ofHours(-1);
            case 2 -> Duration.ofDays(1);
            case 3 -> Duration.ofDays(-1);
            default -> Duration.ofSeconds(random.nextInt(90));
        };
    }

    private void send(SimulatedSender sender) {
        if (sender.isDone() || queue.stream().anyMatch(it -> it.sender() == sender)) {
            return;
        }
        var body = sender.body(now);
        var read = Body.of(body, Route.BATCH);
        var sizes =
                new Arrival.Sizes(body.length, read.events().size(), Door.rejected(read).size());
        var call = new Arrival.Call(Route.BATCH, "r" + random.nextInt(), now);
        queue.add(new Waiting(sender, new Arrival(KEY, call, body, sizes)));
    }

    private void commit() {
        var group = List.copyOf(queue.subList(0, random.nextInt(queue.size() + 1)));
        if (group.isEmpty()) {
            return;
        }
        queue.removeAll(group);
        books.in(
                WorkspaceId.DEFAULT,
                page -> {
                    page.append(group.stream().map(Waiting::arrival).toList());
                    return true;
                });
        // An answer may be lost on its way, and then the sender sends again.
        group.stream().filter(_ -> random.nextInt(10) > 0).forEach(it -> it.sender().acknowledge());
    }

    private void check() {
        var state = books.state();
        assertThat(state.received)
                .as("balance of seed %d", seed)
                .isEqualTo(state.settled() + state.waiting());
        assertThat(state.stored).as("seed %d", seed).doesNotHaveDuplicates();
        var somewhere = new HashSet<>(state.stored);
        somewhere.addAll(state.aside);
        state.log.values().stream()
                .filter(SimulatedBooks.Row::isWaiting)
                .forEach(row -> somewhere.addAll(row.ids()));
        for (var sender : senders) {
            assertThat(somewhere).as("lost by seed %d", seed).containsAll(sender.acknowledged);
        }
    }

    private void checkEnd() {
        check();
        var state = books.state();
        var sent = new HashSet<String>();
        senders.forEach(it -> sent.addAll(it.sent));
        assertThat(sent).as("made up by seed %d", seed).containsAll(state.stored);
        var settled = new HashSet<>(state.stored);
        settled.addAll(state.aside);
        assertThat(settled).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(sent);
        for (var sender : senders) {
            assertThat(state.stored).as("set aside by seed %d", seed).containsAll(sender.good);
        }
    }
}
