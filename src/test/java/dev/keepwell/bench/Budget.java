package dev.keepwell.bench;

/// What is promised of one thing: at most, or at least, so much of its unit.
record Budget(String name, String unit, Sense sense, double limit) {

    enum Sense {
        AT_MOST,
        AT_LEAST,
        /// Nothing is promised; it is told to be known.
        NONE
    }

    static Budget atMost(double limit, String unit, String name) {
        return new Budget(name, unit, Sense.AT_MOST, limit);
    }

    static Budget atLeast(double limit, String unit, String name) {
        return new Budget(name, unit, Sense.AT_LEAST, limit);
    }

    static Budget none(String unit, String name) {
        return new Budget(name, unit, Sense.NONE, Double.NaN);
    }

    /// `≤ 0.4 × scan`.
    String text() {
        return switch (sense) {
            case AT_MOST -> "≤ %s %s".formatted(Figures.number(limit), unit);
            case AT_LEAST -> "≥ %s %s".formatted(Figures.number(limit), unit);
            case NONE -> unit;
        };
    }

    boolean isMet(double value) {
        return switch (sense) {
            case AT_MOST -> value <= limit;
            case AT_LEAST -> value >= limit;
            case NONE -> true;
        };
    }
}
