package dev.keepwell.screen.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import tools.jackson.databind.JsonNode;

/// Scores the ledger again and compares.
@Command(
        name = "verify",
        headerHeading = "Examples:%n  ./keepwell verify%n  ./keepwell verify --json%n%n",
        description =
                "Scores every account-day again from the ledger alone, and compares every step.",
        mixinStandardHelpOptions = true)
final class VerifyCommand implements Callable<Integer> {

    private final Terminal terminal;

    VerifyCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var promise = api.post("/verifications", Map.of());
            var result = new JobWatch(api, terminal.output()).result(promise);
            terminal.output().showLines(result, () -> lines(result));
            return result.path("differing").asLong() == 0 ? Exit.OK : Exit.FAILED;
        });
    }

    private static List<String> lines(JsonNode result) {
        var lines = new ArrayList<String>();
        lines.add(ProgressText.of(result));
        for (var it : result.path("differences")) {
            lines.add("differs: " + ProgressText.of(it));
        }
        return lines;
    }
}
