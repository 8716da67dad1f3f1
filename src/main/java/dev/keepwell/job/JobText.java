package dev.keepwell.job;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// What jobs are told and tell, as text: JSON with the names that the API uses.
public final class JobText {

    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    private JobText() {}

    public static String of(Object words) {
        return JSON.writeValueAsString(words);
    }

    public static <T> T read(String text, Class<T> type) {
        return JSON.readValue(text, type);
    }
}
