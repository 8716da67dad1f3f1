package dev.keepwell.screen.model;

import dev.keepwell.health.Draft;
import dev.keepwell.health.ModelVersion;

/// A draft as its page shows it. Only whoever began it goes on with it, and one that a version has
/// overtaken must take that in first.
public record DraftView(
        String id,
        String name,
        String yaml,
        String author,
        int revision,
        int basedOn,
        boolean isMine,
        boolean isOvertaken) {

    static DraftView of(Draft it, ModelVersion inForce, String visitor) {
        return new DraftView(
                it.id(),
                it.name(),
                it.yaml(),
                it.author(),
                it.revision(),
                it.basedOn(),
                it.author().equals(visitor),
                it.basedOn() < inForce.number());
    }
}
