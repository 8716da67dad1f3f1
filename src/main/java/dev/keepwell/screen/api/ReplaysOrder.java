package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.event.Replays;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// All of one reason, each with one value set; as they were if left out.
record ReplaysOrder(@Nullable String reason, @Nullable Edit edit) {

    /// Where, and the new value; left out, the place is taken out.
    record Edit(@Nullable String pointer, @Nullable JsonNode value) {}

    String said() {
        if (reason == null) {
            throw Refusal.invalid("reason", "Say which ones: {\"reason\": \"missing_user\"}.");
        }
        return reason;
    }

    Replays.@Nullable Edit change() {
        if (edit == null) {
            return null;
        }
        var pointer = edit.pointer() == null ? "" : edit.pointer();
        if (!pointer.startsWith("/")) {
            throw Refusal.invalid(
                    "pointer", "A place in an event is a JSON pointer such as /properties/plan.");
        }
        return new Replays.Edit(pointer, edit.value());
    }
}
