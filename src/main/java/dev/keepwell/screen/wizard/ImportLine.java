package dev.keepwell.screen.wizard;

/// One import of a list: where it goes on, and how far it has come.
public record ImportLine(
        String address,
        String files,
        String source,
        String state,
        String colour,
        String when,
        long taken,
        long rejected) {}
