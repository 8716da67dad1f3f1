package dev.keepwell.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Measures what Keepwell promises about its speed, each thing in turn with what it is compared
/// with.
@Command(
        name = "bench",
        headerHeading =
                "Examples:%n  ./keepwell bench%n"
                        + "  ./keepwell bench --events 100000000 --accounts 100000 --json%n"
                        + "  ./keepwell bench --part page --rounds 5%n%n",
        description = "Measures the budgets of speed and size, as ratios within one run.",
        mixinStandardHelpOptions = true)
public final class Bench implements Callable<Integer> {

    @Option(names = "--events", paramLabel = "N", description = "Events of the year.")
    private long events = 10_000_000;

    @Option(names = "--accounts", paramLabel = "N", description = "Accounts.")
    private int accounts = 20_000;

    @Option(names = "--seed", paramLabel = "N", description = "Another number, another company.")
    private long seed = 1;

    @Option(names = "--rounds", paramLabel = "N", description = "How often each is measured.")
    private int rounds = 3;

    @Option(names = "--memory", paramLabel = "SIZE", description = "What the engine may hold.")
    private String memory = "400MB";

    @Option(
            names = "--folder",
            paramLabel = "FOLDER",
            description = "Where homes are made, and found again by the next run.")
    private Path folder = Path.of("target", "bench");

    @Option(
            names = "--part",
            split = ",",
            paramLabel = "PART",
            description = "Only these: ${COMPLETION-CANDIDATES}.")
    private Set<Part> parts = EnumSet.allOf(Part.class);

    @Option(
            names = "--load-seconds",
            paramLabel = "N",
            description = "How long callers ask again and again.")
    private double loadSeconds = 4;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    @Option(names = "--strict", description = "Fail when a budget is not met.")
    private boolean strict;

    public static void main(String... words) {
        var line = new CommandLine(new Bench());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(words));
    }

    @Override
    public Integer call() throws Exception {
        var size = new Size(events, accounts, seed);
        var time = Duration.ofMillis(Math.round(loadSeconds * 1_000));
        var setting = new Part.Setting(folder, size, memory, new Rounds(rounds), time);
        var figures = new ArrayList<Figures>();
        for (var part : parts) {
            figures.addAll(part.figures(setting));
        }
        var report = new Report(size, memory, rounds, figures);
        System.out.println(json ? report.json() : report.table());
        return strict && !figures.stream().allMatch(Figures::isMet) ? 1 : 0;
    }
}
