package dev.keepwell.screen.terminal;

import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints the score of an account with every step that led to it.
@Command(
        name = "score",
        headerHeading =
                "Examples:%n  ./keepwell score ext:csv/A1%n"
                        + "  ./keepwell score ext:csv/A1 --as-of 2024-12-31 --json%n%n",
        description = "Prints how an account's score came about.",
        mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "ACCOUNT", description = "Our id, ext:<source>/<id>, or its id.")
    private String account = "";

    @Option(
            names = "--as-of",
            paramLabel = "DAY",
            description = "A closed day; the latest if left out.")
    private @Nullable LocalDate asOf;

    private final Terminal terminal;

    ScoreCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var day = asOf == null ? "" : asOf.toString();
        var path = Api.query(Refs.path(account) + "/health", Map.of("as_of", day));
        return terminal.ask(api -> {
            var health = api.get(path);
            terminal.output().showLines(health, () -> AnatomyText.lines(health));
            return Exit.OK;
        });
    }
}
