package dev.keepwell.story;

import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.story.FaultyProxy.Absence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The six SDKs, as published. `./keepwell test` puts them into `target/sdks`; each is driven by a
/// small program in `src/test/sdk`.
enum Sdk {
    SEGMENT_NODE("segment", ".cjs", Absence.CONNECTION_CLOSED),
    SEGMENT_JAVA("segment", "SegmentSender.java", Absence.CONNECTION_CLOSED),
    /// Waits between its four tries as long as `Retry-After` asks, and without it a second and a
    /// half in all: only a load balancer that answers for an absent server carries it over.
    RUDDERSTACK_NODE("rudderstack", ".cjs", Absence.ANSWERED_503),
    RUDDERSTACK_JAVA("rudderstack", "RudderStackSender.java", Absence.CONNECTION_CLOSED),
    /// Keeps what reached nobody, and drops after nine seconds what was answered with a 503.
    POSTHOG_NODE("posthog", ".cjs", Absence.CONNECTION_CLOSED),
    /// Keeps what was answered with a 503, and drops at once what reached nobody.
    POSTHOG_JAVA("posthog", "PostHogSender.java", Absence.ANSWERED_503);

    private static final Path SENDERS = Path.of("src", "test", "sdk");
    private static final Path SDKS = Path.of("target", "sdks");

    private final String maker;
    private final String program;
    private final Absence absence;

    Sdk(String maker, String program, Absence absence) {
        this.maker = maker;
        this.program = program;
        this.absence = absence;
    }

    Absence absence() {
        return absence;
    }

    /// Sends so many events within so many seconds, and writes into `out` what became of each.
    record Order(String host, String key, int count, int seconds, Path out) {}

    Process start(Order order) throws IOException {
        assertThat(SDKS.resolve(maker)).as("`./keepwell test` installs the SDKs").isDirectory();
        var line = new ArrayList<>(command());
        line.add(order.host());
        line.add(order.key());
        line.add(String.valueOf(order.count()));
        line.add(String.valueOf(order.seconds()));
        line.add("own-" + name());
        line.add(order.out().toString());
        var builder = new ProcessBuilder(line);
        var modules = SDKS.resolve("node").resolve("node_modules").toAbsolutePath();
        builder.environment().put("NODE_PATH", modules.toString());
        builder.redirectErrorStream(true);
        builder.redirectOutput(log(order.out()).toFile());
        return builder.start();
    }

    static String words(Path out) throws IOException {
        return Files.readString(log(out));
    }

    private static Path log(Path out) {
        return out.resolveSibling(out.getFileName() + ".log");
    }

    private List<String> command() {
        if (program.equals(".cjs")) {
            return List.of("node", SENDERS.resolve(maker + program).toString());
        }
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var jars = SDKS.resolve(maker) + "/*";
        return List.of(java, "-Xmx256m", "-cp", jars, SENDERS.resolve(program).toString());
    }
}
