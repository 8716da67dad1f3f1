package dev.keepwell.source.flow;

import java.util.Locale;

/// Whether a source comes as it used to.
public enum Standing {
    SILENT("✗", "red"),
    LATE("!", "yellow"),
    ON_TIME("✓", "green"),
    /// It came too few times to have a rhythm.
    UNKNOWN("?", "grey"),
    PAUSED("‖", "grey"),
    /// It has not come at all.
    WAITING("…", "grey");

    private final String sign;
    private final String colour;

    Standing(String sign, String colour) {
        this.sign = sign;
        this.colour = colour;
    }

    public String sign() {
        return sign;
    }

    public String colour() {
        return colour;
    }

    public boolean isOverdue() {
        return this == LATE || this == SILENT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
