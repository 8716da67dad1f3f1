package dev.keepwell.screen.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Prints everything of one kind, row by row.
@Command(
        name = "export",
        headerHeading =
                "Examples:%n  ./keepwell export events --format ndjson%n"
                        + "  ./keepwell export everything ./copy --format csv%n%n",
        description =
                "Prints records, events, the ledger, or what could not be used; or fills a folder"
                        + " with everything that stands.",
        mixinStandardHelpOptions = true)
final class ExportCommand implements Callable<Integer> {

    private static final String EVERYTHING = "everything";

    @Parameters(
            paramLabel = "WHAT",
            index = "0",
            description = "records, events, ledger, dead-letters or everything.")
    private String what = "";

    @Parameters(
            paramLabel = "FOLDER",
            index = "1",
            arity = "0..1",
            description = "Where everything goes: a new folder, which import takes in again.")
    private @Nullable Path folder;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "",
            description = "ndjson or csv; of everything csv, ndjson or parquet.")
    private String format = "";

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
        if (what.equals(EVERYTHING)) {
            return everything(path);
        }
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

    private int everything(String path) {
        if (folder == null) {
            throw new Stop(Exit.USAGE, "Name a new folder for everything.");
        }
        var exported = new ExportedFolder(folder);
        return terminal.ask(api -> {
            exported.fill(api.stream(path));
            return Exit.OK;
        });
    }
}
