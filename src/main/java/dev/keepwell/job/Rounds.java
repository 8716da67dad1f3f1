package dev.keepwell.job;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import dev.keepwell.kernel.WorkspaceId;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/// Goes from workspace to workspace, from the start of a server to its end: one hand starts what is
/// due, another watches, so that what holds up the first does not blind the second.
final class Rounds implements SmartLifecycle {

    private static final Logger LOG = LoggerFactory.getLogger(Rounds.class);
    private static final int HANDS = 2;
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration STOPPING_MAX = Duration.ofSeconds(10);

    private final boolean enabled;
    private final Supplier<? extends Collection<WorkspaceId>> workspaces;
    private final Schedule schedule;
    private final Watch watch;
    private final ScheduledExecutorService hands =
            Executors.newScheduledThreadPool(
                    HANDS, Thread.ofPlatform().daemon().name("rounds-", 0).factory());
    private volatile boolean running;

    Rounds(
            boolean enabled,
            Supplier<? extends Collection<WorkspaceId>> workspaces,
            Schedule schedule,
            Watch watch) {
        this.enabled = enabled;
        this.workspaces = workspaces;
        this.schedule = schedule;
        this.watch = watch;
    }

    @Override
    public void start() {
        running = true;
        if (enabled) {
            repeat(LOOK, schedule::look);
            repeat(Watch.LOOK, watch::look);
        }
    }

    @Override
    public void stop() {
        running = false;
        hands.shutdown();
        try {
            hands.awaitTermination(STOPPING_MAX.toMillis(), MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void repeat(Duration wait, Consumer<WorkspaceId> look) {
        // Nobody asks how a round went: it says itself what broke.
        var _ =
                hands.scheduleWithFixedDelay(
                        () -> round(look), wait.toMillis(), wait.toMillis(), MILLISECONDS);
    }

    /// What breaks in one workspace is no reason to leave the others alone.
    private void round(Consumer<WorkspaceId> look) {
        try {
            for (var workspace : workspaces.get()) {
                if (running) {
                    quietly(workspace, look);
                }
            }
        } catch (RuntimeException e) {
            LOG.error("The workspaces cannot be listed.", e);
        }
    }

    private static void quietly(WorkspaceId workspace, Consumer<WorkspaceId> look) {
        try {
            look.accept(workspace);
        } catch (RuntimeException e) {
            LOG.error("A look at {} failed.", workspace, e);
        }
    }
}
