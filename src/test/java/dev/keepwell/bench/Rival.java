package dev.keepwell.bench;

/// An engine that answers the one question of [Rivals].
interface Rival extends AutoCloseable {

    String name();

    /// How many rows there are, and their sums: who answers otherwise answers something else.
    Answer answer() throws Exception;

    @Override
    default void close() throws Exception {}

    record Answer(long rows, long daily, long weekly, long monthly) {}
}
