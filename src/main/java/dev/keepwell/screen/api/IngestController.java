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

    /// Counts of events since the first: received = stored + duplicate + set_aside + waiting.
    record Counts(
            String source,
            long received,
            long accepted,
            long refused,
            long stored,
            long duplicate,
            long conflicting,
            long setAside,
            long waiting,
            boolean balanced) {

        static Counts of(Balance.Line it) {
            return new Counts(
                    it.source(),
                    it.received(),
                    it.accepted(),
                    it.refused(),
                    it.stored(),
                    it.duplicate(),
                    it.conflicting(),
                    it.setAside(),
                    it.waiting(),
                    it.isBalanced());
        }
    }

    /// The account of all sources together, and of each.
    record Account(
            long received,
            long accepted,
            long refused,
            long stored,
            long duplicate,
            long conflicting,
            long setAside,
            long waiting,
            boolean balanced,
            List<Counts> sources) {

        static Account of(List<Balance.Line> lines) {
            var all = Counts.of(Balance.total(lines));
            return new Account(
                    all.received(),
                    all.accepted(),
                    all.refused(),
                    all.stored(),
                    all.duplicate(),
                    all.conflicting(),
                    all.setAside(),
                    all.waiting(),
                    lines.stream().allMatch(Balance.Line::isBalanced),
                    lines.stream().map(Counts::of).toList());
        }
    }

    /// The newest first.
    record CallAnswers(List<CallAnswer> data) {}

    private final Balance balance;
    private final Calls calls;

    IngestController(Balance balance, Calls calls) {
        this.balance = balance;
        this.calls = calls;
    }

    @GetMapping("/api/v1/ingest/balance")
    Account balance(WorkspaceId workspace) {
        return Account.of(balance.bySource(workspace));
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
