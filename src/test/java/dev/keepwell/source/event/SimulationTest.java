package dev.keepwell.source.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// Thousands of small worlds in one thread, in which everything goes wrong that can: a seed that
/// fails fails again.
class SimulationTest {

    @Test
    void nothing_is_lost_or_counted_twice_whatever_breaks() {
        LongStream.range(0, 1_000).forEach(seed -> new SimulatedWorld(seed).run());
    }

    @Tag("long")
    @Test
    void nor_in_many_more_worlds() {
        LongStream.range(1_000, 20_000).forEach(seed -> new SimulatedWorld(seed).run());
    }

    @Test
    void the_same_seed_is_the_same_world() {
        LongStream.range(0, 20)
                .forEach(seed ->
                        assertThat(new SimulatedWorld(seed).run())
                                .isEqualTo(new SimulatedWorld(seed).run()));
    }
}
