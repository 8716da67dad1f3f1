package dev.keepwell.screen.model;

import dev.keepwell.health.Cap;
import dev.keepwell.health.Clause;
import java.util.Objects;
import java.util.stream.Collectors;

/// One cap, as its file writes it.
public record CapLine(
        String name, String when, String atMost, String says, String owner, String expiresOn) {

    static CapLine of(Cap cap) {
        var when = cap.when().stream().map(Clause::text).collect(Collectors.joining(" and "));
        return new CapLine(
                cap.name(),
                when,
                cap.atMost().word(),
                cap.says(),
                Objects.requireNonNullElse(cap.owner(), ""),
                Objects.toString(cap.expiresOn(), ""));
    }
}
