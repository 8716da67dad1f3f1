package dev.keepwell.screen.terminal;

import dev.keepwell.kernel.Refusal;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.ToIntFunction;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// Everything that can be asked on the command line.
@Command(
        name = "keepwell",
        headerHeading =
                "Examples:%n"
                        + "  ./keepwell serve%n"
                        + "  ./keepwell import ./export --map mapping.yaml%n%n",
        description = "Says how each account is doing, and why.",
        synopsisSubcommandLabel = "COMMAND",
        mixinStandardHelpOptions = true,
        version = "Keepwell 0.1.0")
public final class Terminal {

    @Option(
            names = "--json",
            scope = ScopeType.INHERIT,
            description = "Print JSON, as the API gives it.")
    private boolean json;

    @Option(
            names = "--workspace",
            scope = ScopeType.INHERIT,
            defaultValue = "default",
            paramLabel = "W",
            description = "Which workspace; 'default' unless given.")
    private String workspace = "default";

    private final Class<?> house;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    /// `house` is the application to start when no server runs; settings come from `environment`.
    public Terminal(
            Class<?> house, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.house = house;
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
    }

    /// Does what the words say and answers the exit code.
    public int run(String... words) {
        var line = new CommandLine(this);
        Commands.all(this).forEach(line::addSubcommand);
        line.setOut(new PrintWriter(out, true, StandardCharsets.UTF_8));
        line.setErr(new PrintWriter(err, true, StandardCharsets.UTF_8));
        line.setExecutionExceptionHandler((failure, _, _) -> failed(failure));
        return line.execute(words.length == 0 ? new String[] {"--help"} : words);
    }

    /// Opens the way to a server for as long as `command` takes.
    int ask(ToIntFunction<Api> command) {
        try (var connection = Connection.open(this)) {
            return command.applyAsInt(connection.api(workspace));
        }
    }

    /// Asks the server that runs on the home, for what only makes sense while it goes on running.
    int askRunning(ToIntFunction<Api> command) {
        try (var connection =
                Connection.running(this)
                        .orElseThrow(() ->
                                new Stop(
                                        Exit.UNREACHABLE,
                                        "No server runs on %s. './keepwell serve' starts one."
                                                .formatted(home())))) {
            return command.applyAsInt(connection.api(workspace));
        }
    }

    Output output() {
        return new Output(out, err, json);
    }

    Class<?> house() {
        return house;
    }

    Path home() {
        return Path.of(setting("KEEPWELL_HOME", "./keepwell-data")).toAbsolutePath().normalize();
    }

    String setting(String name, String otherwise) {
        var value = environment.getOrDefault(name, "");
        return value.isEmpty() ? otherwise : value;
    }

    private int failed(Exception failure) {
        var stop = failure instanceof Refusal refusal ? Stop.of(refusal) : failure;
        if (stop instanceof Stop said) {
            err.println(said.getMessage());
            return said.code();
        }
        failure.printStackTrace(err);
        return Exit.FAILED;
    }
}
