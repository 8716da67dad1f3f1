package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Holds the lake against its hashes, and scores the ledger again.
@Command(
        name = "verify",
        headerHeading = "Examples:%n  ./keepwell verify%n  ./keepwell verify --lake --json%n%n",
        description = {
            "Holds every file of the lake against its hash, and sets damaged ones aside.",
            "Then scores every account-day again from the ledger alone, and compares each step."
        },
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    @Option(names = "--lake", description = "The files of the lake alone.")
    private boolean lake;

    @Option(names = "--ledger", description = "The scores of the ledger alone.")
    private boolean ledger;

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var result = JsonNodeFactory.instance.objectNode();
            if (lake || !ledger) {
                result.set("lake", verified(api, "lake"));
            }
            if (ledger || !lake) {
                result.setAll((ObjectNode) verified(api, "ledger"));
            }
            terminal.output().showLines(result, () -> lines(result));
            var isSound =
                    result.path("differing").asLong() == 0
                            && result.path("lake").path("lost").asLong() == 0;
            return isSound ? Exit.OK : Exit.FAILED;
        });
    }

    private JsonNode verified(Api api, String what) {
        var promise = api.post("/verifications", Map.of("of", what));
        return new JobWatch(api, terminal.output()).result(promise);
    }

    private static List<String> lines(JsonNode result) {
        var lines = new ArrayList<String>();
        if (result.has("lake")) {
            lines.add("lake: " + ProgressText.of(result.path("lake")));
        }
        for (var it : result.path("lake").path("damages")) {
            lines.add("damaged: " + ProgressText.of(it));
        }
        if (result.has("differing")) {
            lines.add(ProgressText.of(result));
        }
        for (var it : result.path("differences")) {
            lines.add("differs: " + ProgressText.of(it));
        }
        return lines;
    }
}
