package dev.keepwell.source;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An import as a list shows it: its files, how far it is, and what became of its rows.
public record Shelved(
        String id,
        List<String> files,
        String source,
        boolean prepared,
        Moments when,
        long read,
        long taken,
        long rejected) {

    /// When it was opened, started and finished, as far as it was.
    public record Moments(Instant created, @Nullable Instant started, @Nullable Instant finished) {}
}
