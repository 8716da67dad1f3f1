package dev.keepwell.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is true or false of an account on a day, such as a notice that was given, or a
/// word or number that it has on it, such as its segment.
///
/// The query returns the accounts for which it holds, with their values where it has any. Where a
/// source is not connected, or the first of them has stalled, nobody can say.
public record Condition(
        String name,
        String title,
        String means,
        List<String> reads,
        List<List<String>> sources,
        @Nullable Integer stallsAfterDays,
        @Nullable Begins begins,
        Answers answers,
        String query) {

    /// A fact on whose first day the source began, and how many days before the day that is asked
    /// about that must have been. The query finds the first day in the relation `begun`.
    public record Begins(String fact, int days) {}

    /// What the query says of an account.
    public enum Answers {
        HOLDS,
        NUMBER,
        WORD
    }
}
