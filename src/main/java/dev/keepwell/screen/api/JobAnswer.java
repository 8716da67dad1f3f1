package dev.keepwell.screen.api;

import dev.keepwell.job.Job;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A job as the API tells it: where it stands, and in the end what came of it.
record JobAnswer(
        String id,
        String kind,
        String state,
        Instant createdAt,
        @Nullable JsonNode progress,
        @Nullable JsonNode result,
        @Nullable Failure error) {

    /// Why a job failed.
    record Failure(String code, String detail) {}

    private static final JsonMapper JSON = JsonMapper.shared();

    static JobAnswer of(Job job) {
        return switch (job.state()) {
            case Job.Queued() -> of(job, null, null, null);
            case Job.Running(_, _, var progress) -> of(job, JSON.readTree(progress), null, null);
            case Job.Done(_, var result) -> of(job, null, JSON.readTree(result), null);
            case Job.Failed(_, var code, var reason) ->
                    of(job, null, null, new Failure(code, reason));
        };
    }

    private static JobAnswer of(
            Job job,
            @Nullable JsonNode progress,
            @Nullable JsonNode result,
            @Nullable Failure error) {
        return new JobAnswer(
                job.id().value(),
                job.kind(),
                job.state().word(),
                job.createdAt(),
                progress,
                result,
                error);
    }
}
