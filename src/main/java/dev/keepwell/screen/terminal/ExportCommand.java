package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints everything of one kind, row by row.
@Command(
        name = "export",
        headerHeading =
                "Examples:%n  ./keepwell export events --format ndjson%n"
                        + "  ./keepwell export records --table account --format csv%n%n",
        description = "Prints records, events, the ledger, or what could not be used.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    @Parameters(paramLabel = "WHAT", description = "records, events, ledger or dead-letters.")
    private String what = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "ndjson",
            description = "ndjson or csv.")
    private String format = "ndjson";

    @Option(
            names = "--table",
            paramLabel = "T",
            defaultValue = "",
            description = "Only this table of the records.")
    private String table = "";

    private final Terminal terminal;

    ExportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var parameters = new LinkedHashMap<String, String>();
        parameters.put("format", format);
        parameters.put("table", table);
        var path = Api.query("/exports/" + Api.encoded(what), parameters);
        return terminal.ask(api -> {
            var out = terminal.output().out();
            try (var rows = api.stream(path)) {
                rows.transferTo(out);
            } catch (IOException e) {
                throw new Stop(Exit.UNREACHABLE, "The export broke off before its end.");
            }
            out.flush();
            return Exit.OK;
        });
    }
}
