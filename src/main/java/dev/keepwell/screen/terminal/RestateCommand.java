package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// Judges published days again by what is known now.
@Command(
        name = "restate",
        headerHeading =
                "Examples:%n  ./keepwell restate%n"
                        + "  ./keepwell restate --from 2024-01-01 --to 2024-03-31%n%n",
        description =
                "Judges published days again by what is known now, beside what was published.",
        mixinStandardHelpOptions = true)
final class RestateCommand implements Callable<Integer> {

    @Option(
            names = "--from",
            paramLabel = "DAY",
            description = "The first day; the first that late records speak of if left out.")
    private @Nullable LocalDate from;

    @Option(
            names = "--to",
            paramLabel = "DAY",
            description = "The last day; the last closed one if left out.")
    private @Nullable LocalDate to;

    private final Terminal terminal;

    RestateCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var order = RunCommand.order(from, to, null);
        return terminal.ask(api -> {
            var promise = api.post("/restatements", order);
            var result = new JobWatch(api, terminal.output()).result(promise);
            terminal.output().showLines(result, () -> List.of(ProgressText.of(result)));
            return Exit.OK;
        });
    }
}
