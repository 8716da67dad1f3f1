package dev.keepwell.source.webhook;

/// What became of one delivery.
public sealed interface Outcome {

    /// It says something about records, and they say so now.
    record Applied() implements Outcome {}

    /// By rule nothing follows from it.
    record NotUsed(String reason, String detail) implements Outcome {}

    /// It cannot be used as it is; it is kept with its bytes and can be tried again.
    record SetAside(String reason, String detail) implements Outcome {}

    /// The word by which it is kept.
    default String state() {
        return switch (this) {
            case Applied _ -> "applied";
            case NotUsed _ -> "not_used";
            case SetAside _ -> "set_aside";
        };
    }

    /// Why, in a word; empty when it was applied.
    default String reason() {
        return switch (this) {
            case Applied _ -> "";
            case NotUsed it -> it.reason();
            case SetAside it -> it.reason();
        };
    }

    /// Why, in a sentence.
    default String detail() {
        return switch (this) {
            case Applied _ -> "";
            case NotUsed it -> it.detail();
            case SetAside it -> it.detail();
        };
    }
}
