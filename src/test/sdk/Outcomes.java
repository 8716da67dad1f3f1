import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntConsumer;

/// What the three senders for Java have in common: the order on the command line, the pace, and
/// the file that says at the end what the SDK told about each message id.
final class Outcomes {

    private static final long PACE_MS = 20;
    private static final long PATIENCE_MS = Duration.ofMinutes(15).toMillis();

    final String host;
    final String key;

    private final int count;
    private final long millis;
    private final String seed;
    private final Path out;
    private final Map<String, String> states = new ConcurrentHashMap<>();

    Outcomes(String[] order) {
        host = order[0];
        key = order[1];
        count = Integer.parseInt(order[2]);
        millis = Long.parseLong(order[3]) * 1000;
        seed = order[4];
        out = Path.of(order[5]);
    }

    /// Ours to choose, like no other id of any run.
    String id(int i) {
        return seed + "-" + i;
    }

    /// The SDK has it now, and has not yet told more.
    void sent(String id) {
        states.putIfAbsent(id, "untold");
    }

    void delivered(String id) {
        states.put(id, "delivered");
    }

    void failed(String id) {
        states.put(id, "failed");
    }

    /// Calls once for each event, spread over the seconds that the order gives.
    void each(IntConsumer send) throws InterruptedException {
        var started = System.currentTimeMillis();
        for (int i = 0; i < count; i++) {
            while ((System.currentTimeMillis() - started) * count < i * millis) {
                Thread.sleep(PACE_MS);
            }
            send.accept(i);
        }
    }

    void awaitAllTold() throws InterruptedException {
        var end = System.currentTimeMillis() + PATIENCE_MS;
        while (told() < count && System.currentTimeMillis() < end) {
            Thread.sleep(PACE_MS);
        }
    }

    private long told() {
        return states.values().stream().filter(it -> !it.equals("untold")).count();
    }

    void write() throws IOException {
        var text = new StringBuilder();
        states.forEach((id, state) -> text.append(state).append(' ').append(id).append('\n'));
        Files.writeString(out, text);
    }
}
