package dev.keepwell.sample;

import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Chance that repeats itself: the same seed and subject always draw the same. Each account has its
/// own, so that a change to one account's story disturbs no other.
final class Chance {

    private static final RandomGeneratorFactory<RandomGenerator> FACTORY =
            RandomGeneratorFactory.of("L64X128MixRandom");
    private static final long FNV_BASIS = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private final RandomGenerator random;

    private Chance(RandomGenerator random) {
        this.random = random;
    }

    static Chance of(long seed, String subject) {
        long mixed = FNV_BASIS ^ seed;
        for (int i = 0; i < subject.length(); i++) {
            mixed = (mixed ^ subject.charAt(i)) * FNV_PRIME;
        }
        return new Chance(FACTORY.create(mixed));
    }

    /// From `low` to `high`, both included.
    int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    boolean happens(double share) {
        return random.nextDouble() < share;
    }

    double share() {
        return random.nextDouble();
    }

    double around(double mean, double spread) {
        return mean + spread * random.nextGaussian();
    }

    <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
