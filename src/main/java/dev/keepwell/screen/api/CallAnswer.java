package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.source.event.Call;
import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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
