package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/// Writes requests to the log, as many with one commit as have come while the last one was on its
/// way to the disk. One commit for each would make everybody wait for the disk in turn.
final class GroupCommit implements SmartLifecycle {

    private static final int GROUP_MAX = 256;

    /// What may wait here at once, in KB. Beyond that senders are told to come again.
    private static final int WAITING_KB_MAX = 32 << 10;

    private static final Duration LOOK = Duration.ofMillis(200);
    private static final Duration RETRY = Duration.ofSeconds(1);

    /// After the pool is there and before the server listens.
    private static final int PHASE = Integer.MAX_VALUE - 10_000;

    private final Books books;
    private final Runnable appended;
    private final LinkedBlockingQueue<Entry> queue = new LinkedBlockingQueue<>();
    private final Semaphore room = new Semaphore(WAITING_KB_MAX);
    private volatile boolean running;
    private volatile Thread writer = new Thread(() -> {});

    private record Entry(Arrival arrival, CompletableFuture<@Nullable Void> written) {

        int kilobytes() {
            return Math.ceilDiv(arrival.body().length, 1 << 10) + 1;
        }
    }

    /// Tells `appended` after each commit.
    GroupCommit(Books books, Runnable appended) {
        this.books = books;
        this.appended = appended;
    }

    /// Completes when the request is durable.
    CompletableFuture<@Nullable Void> append(Arrival arrival) {
        var entry = new Entry(arrival, new CompletableFuture<>());
        if (!running || !room.tryAcquire(entry.kilobytes())) {
            throw Refused.forNow(
                    503, "busy", "More arrives than can be written. Send it again.", RETRY);
        }
        queue.add(entry);
        return entry.written();
    }

    private void write() {
        while (running || !queue.isEmpty()) {
            try {
                var first = queue.poll(LOOK.toMillis(), TimeUnit.MILLISECONDS);
                if (first != null) {
                    write(group(first));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private List<Entry> group(Entry first) {
        var group = new ArrayList<>(List.of(first));
        queue.drainTo(group, GROUP_MAX - 1);
        return group;
    }

    private void write(List<Entry> group) {
        var byWorkspace = new LinkedHashMap<WorkspaceId, List<Entry>>();
        for (var entry : group) {
            byWorkspace
                    .computeIfAbsent(entry.arrival().sender().workspace(), _ -> new ArrayList<>())
                    .add(entry);
        }
        byWorkspace.forEach(this::write);
        appended.run();
    }

    private void write(WorkspaceId workspace, List<Entry> group) {
        try {
            books.in(
                    workspace,
                    page -> {
                        page.append(group.stream().map(Entry::arrival).toList());
                        return true;
                    });
            group.forEach(it -> it.written().complete(null));
        } catch (RuntimeException | Error e) {
            // Perhaps it is written after all. Who sends it again is recognised by its ids.
            group.forEach(it -> it.written().completeExceptionally(e));
        } finally {
            group.forEach(it -> room.release(it.kilobytes()));
        }
    }

    @Override
    public void start() {
        running = true;
        writer = Thread.ofPlatform().name("ingest-log").start(this::write);
    }

    /// What is queued is still written; whoever waits for it is answered.
    @Override
    public void stop() {
        running = false;
        try {
            writer.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
