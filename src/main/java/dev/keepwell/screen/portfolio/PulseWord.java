package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Band;

/// The colours of a pulse as the numbers they are measured and sorted by.
final class PulseWord {

    private static final int RED = 0;
    private static final int YELLOW = 50;
    private static final int GREEN = 100;

    private PulseWord() {}

    static int points(Band colour) {
        return switch (colour) {
            case RED -> RED;
            case YELLOW -> YELLOW;
            case GREEN, GREY -> GREEN;
        };
    }

    static Band colour(int points) {
        return switch (points) {
            case RED -> Band.RED;
            case YELLOW -> Band.YELLOW;
            default -> Band.GREEN;
        };
    }
}
