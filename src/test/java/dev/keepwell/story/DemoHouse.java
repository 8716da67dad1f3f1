package dev.keepwell.story;

import dev.keepwell.Keepwell;
import dev.keepwell.screen.terminal.Terminal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Scanner;
import org.jspecify.annotations.Nullable;

/// `./keepwell demo`, run as a newcomer runs it: with a home, a database and a clock of its own.
/// One for all tests of this process.
public final class DemoHouse {

    /// A Wednesday in the middle of a month, so that nothing about it is special.
    public static final String NOW = "2026-06-17T09:00:00Z";

    private static @Nullable DemoHouse shared;

    private final Map<String, String> environment;
    private final String firstLink;

    private DemoHouse(Map<String, String> environment, String firstLink) {
        this.environment = environment;
        this.firstLink = firstLink;
    }

    /// Not while this class is being initialised: the thread of the demo needs it, too.
    public static synchronized DemoHouse shared() {
        if (shared == null) {
            shared = start();
        }
        return shared;
    }

    /// What `demo` printed when it was ready.
    public String firstLink() {
        return firstLink;
    }

    /// Where browsers find it.
    public String address() {
        return firstLink.substring(0, firstLink.indexOf("/sign-in"));
    }

    /// A link of its own for whoever comes next, as `./keepwell sign-in` prints it.
    public String anotherLink() {
        return print("sign-in").strip();
    }

    /// What a command prints that is run beside it, on the same home.
    public String print(String... words) {
        var out = new ByteArrayOutputStream();
        terminal(environment, new PrintStream(out, true, StandardCharsets.UTF_8)).run(words);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static DemoHouse start() {
        try {
            var home = Files.createTempDirectory(Path.of("target"), "demo-house-");
            var environment = Map.of("KEEPWELL_HOME", home.toString(), "KEEPWELL_PORT", "0");
            var printed = new PipedInputStream();
            var out = new PrintStream(new PipedOutputStream(printed), true, StandardCharsets.UTF_8);
            var demo = new Thread(() -> run(environment, out));
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(demo)));
            demo.start();
            return new DemoHouse(environment, firstLine(printed));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /// Whoever waits for the link of a demo that failed hears the end of its words.
    private static void run(Map<String, String> environment, PrintStream out) {
        try (out) {
            terminal(environment, out).run("demo", "--now", NOW);
        }
    }

    /// Its database goes down with it, and not in the middle of something.
    private static void stop(Thread demo) {
        demo.interrupt();
        try {
            demo.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String firstLine(InputStream printed) {
        var lines = new Scanner(printed, StandardCharsets.UTF_8);
        if (!lines.hasNextLine()) {
            throw new IllegalStateException("The demo ended without a link; its words are above.");
        }
        return lines.nextLine();
    }

    private static Terminal terminal(Map<String, String> environment, PrintStream out) {
        return new Terminal(Keepwell.class, environment, out, System.err);
    }
}
