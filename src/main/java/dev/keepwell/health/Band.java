package dev.keepwell.health;

import java.util.Locale;

/// The colour of an account, lowest first. Grey is not a low colour: it says that we cannot tell.
public enum Band {
    RED,
    YELLOW,
    GREEN,
    GREY;

    /// The word that files, rows and the API use: `yellow`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Band of(String word) {
        return valueOf(word.toUpperCase(Locale.ROOT));
    }

    boolean isBelow(Band other) {
        return compareTo(other) < 0;
    }

    static Band lower(Band a, Band b) {
        return a.isBelow(b) ? a : b;
    }
}
