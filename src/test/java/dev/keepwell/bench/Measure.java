package dev.keepwell.bench;

/// One thing that is measured, several times, each time in turn with what it is compared with: both
/// then find the machine in the same mood.
interface Measure extends AutoCloseable {

    Budget budget();

    Turn turn() throws Exception;

    @Override
    default void close() throws Exception {}
}
