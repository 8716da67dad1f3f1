import com.posthog.server.PostHog;
import com.posthog.server.PostHogCaptureOptions;
import com.posthog.server.PostHogConfig;
import com.posthog.server.PostHogInterface;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/// Sends with PostHog's SDK for Java, which never tells what became of an event. It keeps what was
/// answered with a 5xx, and drops what met a closed door or was answered with a 4xx.
final class PostHogSender {

    private static final int TRIES = 6_000;
    private static final int QUIET = 10;
    private static final long PAUSE_MS = 100;

    private PostHogSender() {}

    public static void main(String[] order) throws Exception {
        var outcomes = new Outcomes(order);
        var lines = countLines();
        var config =
                PostHogConfig.builder(outcomes.key)
                        .host(outcomes.host)
                        .flushAt(20)
                        .maxQueueSize(20_000)
                        .flushIntervalSeconds(1)
                        .debug(true)
                        .build();
        config.addBeforeSend(
                event -> {
                    outcomes.sent(String.valueOf(event.getUuid()));
                    return event;
                });
        var posthog = PostHog.with(config);
        outcomes.each(i -> send(i, posthog));
        empty(posthog, lines);
        posthog.close();
        outcomes.write();
        System.exit(0);
    }

    private static void send(int i, PostHogInterface posthog) {
        var user = "u-" + i % 40;
        var company = "acct-" + i % 7;
        switch (i % 10) {
            case 0 -> posthog.identify(user, Map.of("plan", "pro", "seats", i));
            case 1 -> posthog.group(user, "company", company);
            case 2 -> posthog.alias(user, "anon-" + i);
            default -> {
                var options = PostHogCaptureOptions.builder().group("company", company);
                posthog.capture(user, "Exported", options.property("rows", i).build());
            }
        }
    }

    /// It does not say whether anything is left, but its log has no word about an empty queue.
    private static void empty(PostHogInterface posthog, AtomicLong lines) throws Exception {
        var quiet = 0;
        for (int i = 0; i < TRIES && quiet < QUIET; i++) {
            var before = lines.get();
            posthog.flush();
            quiet = lines.get() == before ? quiet + 1 : 0;
            Thread.sleep(PAUSE_MS);
        }
    }

    private static AtomicLong countLines() {
        var lines = new AtomicLong();
        System.setOut(
                new PrintStream(OutputStream.nullOutputStream()) {
                    @Override
                    public void println(Object line) {
                        lines.incrementAndGet();
                    }

                    @Override
                    public void println(String line) {
                        lines.incrementAndGet();
                    }
                });
        return lines;
    }
}
