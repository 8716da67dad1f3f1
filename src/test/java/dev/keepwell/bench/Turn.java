package dev.keepwell.bench;

/// One turn of a measure: what it came to, what it took, and what its yardstick took in the same
/// turn. Bytes are those that were written, 0 where nothing was.
record Turn(double value, Cost cost, Cost yardstick, long bytes) {

    static final Cost NOTHING = new Cost(0, 0, 0);

    static Turn ratio(Cost cost, Cost yardstick) {
        return new Turn(cost.seconds() / yardstick.seconds(), cost, yardstick, 0);
    }

    Turn writing(long written) {
        return new Turn(value, cost, yardstick, written);
    }

    static Turn alone(double value) {
        return new Turn(value, NOTHING, NOTHING, 0);
    }
}
