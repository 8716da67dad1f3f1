package dev.keepwell.source.event;

/// How much one request and one event may bring. Every way in has the same limits.
final class Limits {

    /// What Segment allows a batch, on the wire.
    static final int WIRE_BYTES = 500 << 10;

    static final int UNPACKED_BYTES = 5 << 20;

    /// From here on only a few bodies are open at once.
    static final int LARGE_BYTES = 1 << 20;

    /// A text packs ten to one. What packs better than this was made to burst.
    static final int RATIO = 100;

    /// Below this size no ratio does harm, and short repetitions pack very well.
    static final int RATIO_FROM_BYTES = 256 << 10;

    static final int EVENTS = 10_000;
    static final int EVENT_BYTES = 32 << 10;
    static final int DEPTH = 64;
    static final int KEYS = 1_000;
    static final int STRING_CHARS = 8 << 10;
    static final int KEY_CHARS = 256;
    static final int NUMBER_CHARS = 400;
    static final int MESSAGE_ID_CHARS = 100;
    static final int REFERENCE_CHARS = 200;

    private Limits() {}
}
