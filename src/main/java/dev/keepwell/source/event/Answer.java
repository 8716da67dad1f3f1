package dev.keepwell.source.event;

import java.util.List;

/// What a sender is told: how many events were taken, and which were refused and why.
public record Answer(int accepted, List<Rejected> rejected) {

    public Answer {
        rejected = List.copyOf(rejected);
    }

    /// The place of an event in its batch, and the rule it breaks.
    public record Rejected(int index, String code) {}
}
