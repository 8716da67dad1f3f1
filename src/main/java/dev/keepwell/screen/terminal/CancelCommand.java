package dev.keepwell.screen.terminal;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/// Gives a back-fill up.
@Command(
        name = "cancel",
        headerHeading =
                "Examples:%n  ./keepwell cancel job_5FQ…%n  ./keepwell cancel job_5FQ… --json%n%n",
        description = "Ends a back-fill at its next step. What it has computed stays.",
        mixinStandardHelpOptions = true)
final class CancelCommand implements Callable<Integer> {

    @Parameters(paramLabel = "JOB", description = "The id of the job.")
    private String job = "";

    private final Terminal terminal;

    CancelCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        return terminal.ask(api -> {
            var answer = api.delete("/jobs/" + Api.encoded(job));
            terminal.output().showLines(answer, () -> List.of("It stops at its next step."));
            return Exit.OK;
        });
    }
}
