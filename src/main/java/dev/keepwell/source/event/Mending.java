package dev.keepwell.source.event;

import dev.keepwell.source.event.Replays.Edit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Sets or takes out one value of an event, and leaves every other sign by sign: a number that no
/// type of ours holds is still the number.
final class Mending {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
                    .build();

    private Mending() {}

    static byte[] edited(byte[] original, @Nullable Edit edit) {
        if (edit == null) {
            return original;
        }
        try {
            return changed(original, edit);
        } catch (JacksonException e) {
            throw new Unfit(Reason.MALFORMED_EVENT, "");
        }
    }

    private static byte[] changed(byte[] original, Edit edit) {
        var tree = JSON.readTree(original);
        var pointer = JsonPointer.compile(edit.pointer());
        var parent = pointer.head() == null ? null : tree.at(pointer.head());
        if (!(parent instanceof ObjectNode object)) {
            throw new Unfit(
                    Reason.MALFORMED_EVENT,
                    edit.pointer(),
                    "There is no object that could hold this place.");
        }
        var name = String.valueOf(pointer.last().getMatchingProperty());
        if (edit.value() == null) {
            object.remove(name);
        } else {
            object.set(name, edit.value());
        }
        return JSON.writeValueAsBytes(tree);
    }
}
