package dev.keepwell.screen.terminal;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/// How far a job is, in a line: whatever single values its report has, as `day 2024-03-01`.
final class ProgressText {

    private ProgressText() {}

    static String of(JsonNode progress) {
        return progress.propertyStream()
                .filter(it -> it.getValue().isValueNode() && !it.getValue().isNull())
                .map(it -> it.getKey().replace('_', ' ') + " " + it.getValue().asString())
                .collect(Collectors.joining(", "));
    }
}
