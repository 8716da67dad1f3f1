package dev.keepwell.screen.terminal;

import java.time.Duration;
import tools.jackson.databind.JsonNode;

/// Waits for a job and says how far it is.
final class JobWatch {

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final Api api;
    private final Output output;
    private String told = "";

    JobWatch(Api api, Output output) {
        this.api = api;
        this.output = output;
    }

    /// The result of the job. One that failed stops the command with its reason.
    JsonNode result(JsonNode promise) {
        var path = "/jobs/" + promise.path("id").asString();
        while (true) {
            var job = api.get(path);
            switch (job.path("state").asString()) {
                case "done" -> {
                    return job.path("result");
                }
                case "failed" ->
                        throw new Stop(
                                Exit.FAILED,
                                job.path("error").path("detail").asString("It failed."));
                default -> tell(job.path("progress"));
            }
            pause();
        }
    }

    private void tell(JsonNode progress) {
        var text = ProgressText.of(progress);
        if (!text.isEmpty() && !text.equals(told)) {
            output.tell(text);
            told = text;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Stop(Exit.UNREACHABLE, "Interrupted. The job goes on by itself.");
        }
    }
}
