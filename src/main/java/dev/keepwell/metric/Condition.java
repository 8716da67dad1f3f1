package dev.keepwell.metric;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Something that is true or false of an account on a day, such as a notice that was given.
///
/// The query returns the accounts for which it holds. Where a source is not connected, or the first
/// of them has stalled, nobody can say.
public record Condition(
        String name,
        String title,
        String means,
        List<String> reads,
        List<List<String>> sources,
        @Nullable Integer stallsAfterDays,
        String query) {}
