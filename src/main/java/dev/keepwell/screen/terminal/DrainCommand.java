package dev.keepwell.screen.terminal;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/// Waits until everything that was sent is dealt with, and accounts for it.
@Command(
        name = "drain",
        headerHeading = "Examples:%n  ./keepwell drain%n  ./keepwell drain --within 60 --json%n%n",
        description = "Waits until no event waits, and prints what became of all.",
        mixinStandardHelpOptions = true)
final class DrainCommand implements Callable<Integer> {

    private static final Duration LOOK = Duration.ofMillis(200);

    @Option(
            names = "--within",
            paramLabel = "SECONDS",
            defaultValue = "600",
            description = "How long to wait.")
    private int within;

    private final Terminal terminal;

    DrainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(within);
            var balance = api.get("/ingest/balance");
            while (balance.path("waiting").asLong() > 0 && System.nanoTime() < deadline) {
                rest();
                balance = api.get("/ingest/balance");
            }
            var answer = balance;
            terminal.output().show(answer, () -> table(answer));
            return isDone(answer) ? Exit.OK : Exit.FAILED;
        });
    }

    private static boolean isDone(JsonNode balance) {
        return balance.path("waiting").asLong() == 0 && balance.path("balanced").asBoolean();
    }

    private static Table table(JsonNode balance) {
        var table = new Table("source", "received", "stored", "duplicate", "set aside", "waiting");
        for (var source : balance.path("sources")) {
            row(table, source.path("source").asString(), source);
        }
        row(table, "all", balance);
        return table;
    }

    private static void row(Table table, String name, JsonNode counts) {
        table.row(
                name,
                counts.path("received").asString(),
                counts.path("stored").asString(),
                counts.path("duplicate").asString(),
                counts.path("set_aside").asString(),
                counts.path("waiting").asString());
    }

    private static void rest() {
        try {
            Thread.sleep(LOOK);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.FAILED, "Interrupted while events were waiting.");
        }
    }
}
