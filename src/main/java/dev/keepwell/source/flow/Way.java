package dev.keepwell.source.flow;

import java.util.Locale;

/// A way in.
public enum Way {
    FILES("Files and API"),
    EVENTS("Events"),
    WEBHOOK("Webhook"),
    /// It may send and has not yet.
    KEY("Write key");

    private final String title;

    Way(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
