package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import dev.keepwell.health.Edit;
import dev.keepwell.kernel.Refusal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// Edits as requests write them. Each names all of its keys: what is left out by mistake must not
/// become a weight of 0.
final class EditText {

    private static final JsonSetter.Value NO_NULL = JsonSetter.Value.forValueNulls(Nulls.FAIL);

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .withConfigOverride(String.class, it -> it.setNullHandling(NO_NULL))
                    .withConfigOverride(List.class, it -> it.setNullHandling(NO_NULL))
                    .withConfigOverride(Edit.NewMeasure.class, it -> it.setNullHandling(NO_NULL))
                    .build();

    private EditText() {}

    static List<Edit> read(@Nullable List<JsonNode> edits) {
        if (edits == null || edits.isEmpty()) {
            throw refusal("Edits are expected: {\"edits\": [{\"edit\": \"bands\", …}]}.");
        }
        return edits.stream().map(EditText::read).toList();
    }

    private static Edit read(JsonNode edit) {
        try {
            return JSON.treeToValue(edit, Edit.class);
        } catch (JacksonException e) {
            var why = String.valueOf(e.getOriginalMessage()).lines().findFirst().orElse("");
            throw refusal("The edit %s is not as it should be: %s".formatted(edit, why));
        }
    }

    private static Refusal refusal(String sentence) {
        return Refusal.invalid("model_edit", sentence);
    }
}
