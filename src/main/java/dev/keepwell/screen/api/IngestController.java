package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Balance;
import dev.keepwell.source.event.Calls;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came in through the front door, and what became of it.
@RestController
class IngestController {

    private static final int CALLS_MAX = 500;

    /// The newest first.
    record CallAnswers(List<CallAnswer> data) {}

    private final Balance balance;
    private final Calls calls;

    IngestController(Balance balance, Calls calls) {
        this.balance = balance;
        this.calls = calls;
    }

    @GetMapping("/api/v1/ingest/balance")
    BalanceAnswer balance(WorkspaceId workspace) {
        return BalanceAnswer.of(balance.bySource(workspace));
    }

    @GetMapping("/api/v1/ingest/calls")
    CallAnswers calls(WorkspaceId workspace, @RequestParam(defaultValue = "100") int limit) {
        if (limit < 1 || limit > CALLS_MAX) {
            throw Refusal.invalid(
                    "limit", "Between 1 and %d calls are listed at once.".formatted(CALLS_MAX));
        }
        return new CallAnswers(
                calls.latest(workspace, limit).stream().map(CallAnswer::of).toList());
    }
}
