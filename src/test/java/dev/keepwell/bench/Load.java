package dev.keepwell.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/// Several callers, each of whom asks again as soon as it is answered.
@SuppressWarnings("ArrayRecordComponent")
record Load(double[] sortedMillis, double seconds) {

    /// `next` makes the request of one call.
    interface Calls {
        HttpRequest next();
    }

    static Load of(int callers, Duration time, Calls calls) throws Exception {
        var started = System.nanoTime();
        var end = started + time.toNanos();
        try (var client = HttpClient.newHttpClient();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var tasks =
                    IntStream.range(0, callers)
                            .<Callable<List<Double>>>mapToObj(_ -> () -> ask(client, calls, end))
                            .toList();
            var answers = DoubleStream.builder();
            for (var it : threads.invokeAll(tasks)) {
                it.get().forEach(answers::add);
            }
            return new Load(
                    answers.build().sorted().toArray(), (System.nanoTime() - started) / 1e9);
        }
    }

    private static List<Double> ask(HttpClient client, Calls calls, long end)
            throws IOException, InterruptedException {
        var millis = new ArrayList<Double>();
        while (System.nanoTime() < end) {
            var request = calls.next();
            var started = System.nanoTime();
            var answer = client.send(request, BodyHandlers.ofByteArray());
            millis.add((System.nanoTime() - started) / 1e6);
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(
                        "%s answered %d".formatted(request.uri(), answer.statusCode()));
            }
        }
        return millis;
    }

    double millis(double quantile) {
        return sortedMillis[
                (int) Math.min(sortedMillis.length - 1, quantile * sortedMillis.length)];
    }

    double perSecond() {
        return sortedMillis.length / seconds;
    }
}
