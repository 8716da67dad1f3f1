package dev.keepwell.recount;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/// Chance with a seed, in the words of a generator.
final class Dice {

    private final Random random;

    Dice(long seed) {
        random = new Random(seed);
    }

    /// One time out of so many.
    boolean oneIn(int many) {
        return random.nextInt(many) == 0;
    }

    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    LocalDate day(LocalDate from, LocalDate to) {
        return from.plusDays(random.nextInt((int) (to.toEpochDay() - from.toEpochDay()) + 1));
    }

    BigDecimal decimal(int low, int high, int scale) {
        return BigDecimal.valueOf(between(low, high), scale);
    }

    Random random() {
        return random;
    }
}
