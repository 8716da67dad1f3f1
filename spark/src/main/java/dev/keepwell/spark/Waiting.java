package dev.keepwell.spark;

import dev.keepwell.warehouse.cluster.ClusterTrouble;
import dev.keepwell.warehouse.cluster.ClusterTrouble.Kind;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Waits for the answers of a cluster, each for a limited time.
///
/// The client has no deadlines of its own, and where it cannot connect it tries for minutes. So it
/// works on a thread of its own, which is given up when the time is over.
final class Waiting implements AutoCloseable {

    private final ExecutorService client =
            Executors.newSingleThreadExecutor(task ->
                    Thread.ofPlatform().daemon().name("cluster").unstarted(() -> atHome(task)));

    /// The libraries of Spark look for each other through the loader of the thread.
    private static void atHome(Runnable task) {
        Thread.currentThread().setContextClassLoader(Waiting.class.getClassLoader());
        task.run();
    }

    <T> T answer(Callable<T> question, Duration limit, Runnable takeBack) {
        var answer = client.submit(question);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw givenUp(answer, takeBack, Kind.LATE, "no answer within " + limit, e);
        } catch (InterruptedException e) {
            var trouble = givenUp(answer, takeBack, Kind.CANCELLED, "not wanted any more", e);
            Thread.currentThread().interrupt();
            throw trouble;
        } catch (ExecutionException e) {
            throw Troubles.of(e);
        }
    }

    private static ClusterTrouble givenUp(
            Future<?> answer, Runnable takeBack, Kind kind, String message, Exception cause) {
        takeBack.run();
        answer.cancel(true);
        return new ClusterTrouble(kind, message, cause);
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}
