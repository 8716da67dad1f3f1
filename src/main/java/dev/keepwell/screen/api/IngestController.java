package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.source.event.Balance;
import dev.keepwell.source.event.Call;
import dev.keepwell.source.event.Calls;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What came in through the front door, and what became of it.
@RestController
class IngestController {

    private static final int CALLS_MAX = 500;

    /// One event that was sent, or one request that was turned away.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record CallAnswer(
            Instant receivedAt,
            String source,
            String tokenId,
            String route,
            String requestId,
            int position,
            String state,
            @Nullable String type,
            @Nullable String event,
            @Nullable String messageId,
            @Nullable String userId,
            @Nullable String anonymousId,
            @Nullable String account,
            @Nullable String accountFrom,
            @Nullable Instant occurredAt,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String detail,
            @Nullable String pointer,
            String payload) {

        static CallAnswer of(Call it) {
            var from = it.request();
            var event = it.event();
            var why = it.why();
            return new CallAnswer(
                    from.receivedAt(),
                    from.source(),
                    from.tokenId(),
                    from.route(),
                    from.requestId(),
                    from.position(),
                    it.state().name().toLowerCase(Locale.ROOT),
                    event == null ? null : event.type().word(),
                    event == null ? null : event.name(),
                    event == null ? null : event.id().messageId(),
                    event == null ? null : event.who().user(),
                    event == null ? null : event.who().anonymous(),
                    event == null ? null : event.who().account(),
                    event == null ? null : event.who().accountFrom(),
                    event == null ? null : event.times().occurredAt(),
                    why == null ? null : why.status(),
                    why == null ? null : why.reason(),
                    why == null ? null : why.detail(),
                    why == null ? null : why.pointer(),
                    it.payload());
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
