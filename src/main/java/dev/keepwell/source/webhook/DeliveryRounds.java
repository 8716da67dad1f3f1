package dev.keepwell.source.webhook;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Settles what was delivered, from the start of the server to its end.
final class DeliveryRounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(DeliveryRounds.class);

    /// Another server may have taken in what this one finds.
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final DeliveryWorker worker;
    private final RefusedDeliveries refused;
    private final Semaphore wake = new Semaphore(0);
    private volatile boolean running;
    private volatile Thread thread = new Thread(() -> {});

    DeliveryRounds(DeliveryWorker worker, RefusedDeliveries refused) {
        this.worker = worker;
        this.refused = refused;
    }

    /// Something has come.
    void wake() {
        wake.release();
    }

    private void work() {
        while (running) {
            boolean isMore = false;
            try {
                refused.write();
                for (var workspace : worker.waiting()) {
                    isMore |= worker.portion(workspace);
                }
            } catch (RuntimeException e) {
                LOG.warn("What webhooks delivered waits on: {}", e.toString());
                isMore = false;
            } catch (Error e) {
                // Without this thread everything would wait until somebody starts the server again.
                LOG.error("What webhooks delivered waits on.", e);
                isMore = false;
            }
            if (!isMore) {
                rest();
            }
        }
    }

    private void rest() {
        try {
            var ignored = wake.tryAcquire(LOOK.toMillis(), TimeUnit.MILLISECONDS);
            wake.drainPermits();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            running = false;
        }
    }

    @Override
    public void start() {
        running = true;
        thread = Thread.ofPlatform().name("webhook-worker").start(this::work);
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
