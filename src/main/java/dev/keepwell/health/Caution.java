package dev.keepwell.health;

import java.util.Locale;

/// Something to look at before a model is published. It keeps nobody from publishing.
///
/// `place` is the group or the measure that it is about, and empty where it is about all.
public record Caution(Kind kind, String place, String text) {

    /// What it is about.
    public enum Kind {
        HEAVY_GROUP,
        CORRELATED,
        THIN_MEASURE,
        USAGE_ONLY,
        UNKNOWN_METRIC;

        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
