package dev.keepwell.screen.data;

import dev.keepwell.source.event.Replays;
import java.util.List;

/// What a fix would make of the newest of a group, before it is done to all.
///
/// @param problem why the fix itself cannot be done
public record Rehearsal(
        ReasonRow.Reason reason, String count, Fix fix, List<Sample> samples, String problem) {

    /// One of them before and after, each with the place marked.
    public record Sample(Payload before, Payload after, String problem) {

        static Sample of(Replays.Preview it, String pointer) {
            var problem = it.problem();
            return new Sample(
                    Payload.of(it.before(), pointer),
                    Payload.of(it.after(), pointer),
                    problem == null ? "" : problem);
        }
    }

    public Rehearsal {
        samples = List.copyOf(samples);
    }
}
