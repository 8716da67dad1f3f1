package dev.keepwell.source.event;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.IngestLog.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Deals with what waits in the log, oldest first, in portions that fit in memory, from the start
/// of the server to its end.
final class Worker implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Worker.class);

    private static final int ROWS_MAX = 1_000;
    private static final int EVENTS_MAX = 20_000;
    private static final int BYTES_MAX = 12 << 20;

    /// Each round leaves a file of each day it touched. With a pause between them there are few.
    private static final Duration PAUSE = Duration.ofMillis(700);

    /// Another server may have taken in what this one finds.
    private static final Duration LOOK = Duration.ofSeconds(2);

    /// A request that took the server down twice is dealt with alone, so that the next time only
    /// itself is lost.
    private static final int SUSPICIOUS = 2;

    /// And one that did so alone, again and again, is set aside as it is.
    private static final int DEADLY = 10;

    private static final int ALONE_MAX = 200;

    private final Books books;
    private final Settling settling;
    private final Runnable first;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    /// Does `first` before each round.
    Worker(Books books, Runnable first) {
        this.books = books;
        this.settling = new Settling(books);
        this.first = first;
    }

    /// Something has come.
    void wake() {
        wake.release();
    }

    private void work() {
        while (running) {
            var pause = LOOK;
            try {
                first.run();
                pause = round() ? PAUSE : LOOK;
            } catch (RuntimeException e) {
                LOG.warn("What was taken in waits on: {}", e.toString());
            } catch (Error e) {
                // Without this thread everything would wait until somebody starts the server again.
                LOG.error("What was taken in waits on.", e);
            }
            rest(pause);
        }
    }

    private void rest(Duration pause) {
        try {
            if (pause.equals(LOOK)) {
                var ignored = wake.tryAcquire(pause.toMillis(), TimeUnit.MILLISECONDS);
            } else {
                Thread.sleep(pause);
            }
            wake.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    /// One portion of each workspace; says whether there was any.
    boolean round() {
        var workspaces = books.waiting();
        workspaces.forEach(this::portion);
        return !workspaces.isEmpty();
    }

    /// Suspicious requests, which are dealt with alone, do not make the others wait for each.
    private void portion(WorkspaceId workspace) {
        for (int alone = 0; alone < ALONE_MAX; alone++) {
            var next =
                    books.in(
                            workspace,
                            page -> {
                                var its = next(page.waiting(ROWS_MAX));
                                page.tryAgain(seqs(its));
                                return its;
                            });
            if (next.isEmpty()) {
                return;
            }
            settle(workspace, next);
            books.tidy(workspace);
            if (next.getFirst().attempts() < SUSPICIOUS) {
                return;
            }
        }
    }

    private void settle(WorkspaceId workspace, List<Waiting> portion) {
        var first = portion.getFirst();
        if (first.attempts() >= DEADLY) {
            LOG.error("Request {} ended the server {} times.", first.seq(), first.attempts());
            settling.setAside(workspace, first.seq(), first.events());
            return;
        }
        try {
            settling.settle(workspace, seqs(portion));
        } catch (RuntimeException e) {
            // It was told that it failed, so it did not end the process.
            books.in(
                    workspace,
                    page -> {
                        page.giveBack(seqs(portion));
                        return true;
                    });
            throw e;
        }
    }

    private static List<Long> seqs(List<Waiting> portion) {
        return portion.stream().map(Waiting::seq).toList();
    }

    private static List<Waiting> next(List<Waiting> waiting) {
        var next = new ArrayList<Waiting>();
        int events = 0;
        long bytes = 0;
        for (var it : waiting) {
            events += it.events();
            bytes += it.unpacked();
            boolean isFull = events > EVENTS_MAX || bytes > BYTES_MAX;
            if (!next.isEmpty() && (isFull || it.attempts() >= SUSPICIOUS)) {
                return next;
            }
            next.add(it);
            if (it.attempts() >= SUSPICIOUS) {
                return next;
            }
        }
        return next;
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("ingest-worker").start(this::work);
    }

    @Override
    public void stop() {
        running = false;
        wake.release();
        try {
            thread.join(Duration.ofSeconds(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
