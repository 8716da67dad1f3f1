package dev.keepwell.screen.data;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.source.event.Replays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/// What a form says should be done to every event of a group: nothing, or one value set to a text
/// or to JSON, or taken out.
public record Fix(@Nullable String how, @Nullable String pointer, @Nullable String value) {

    private static final String REMOVE = "remove";
    private static final String JSON = "json";
    private static final String TEXT = "text";

    public Fix {
        how = Objects.requireNonNullElse(how, "");
        pointer = Objects.requireNonNullElse(pointer, "").strip();
        value = Objects.requireNonNullElse(value, "");
    }

    Replays.@Nullable Edit edit() {
        return switch (text(how)) {
            case "" -> null;
            case REMOVE -> new Replays.Edit(place(), null);
            case TEXT -> new Replays.Edit(place(), new StringNode(text(value)));
            case JSON -> new Replays.Edit(place(), json());
            case String other ->
                    throw Refusal.invalid("fix", "A value is text, json or remove: " + other);
        };
    }

    private String place() {
        var place = text(pointer);
        if (!place.startsWith("/")) {
            throw Refusal.invalid(
                    "pointer", "A place in an event is a JSON pointer such as /properties/plan.");
        }
        return place;
    }

    private JsonNode json() {
        try {
            return JsonMapper.shared().readTree(text(value));
        } catch (JacksonException e) {
            throw Refusal.invalid(
                    "value", "This is no JSON: write true, 42 or \"a text in quotes\".");
        }
    }

    static String text(@Nullable String text) {
        return Objects.requireNonNullElse(text, "");
    }
}
