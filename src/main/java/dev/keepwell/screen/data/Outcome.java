package dev.keepwell.screen.data;

import dev.keepwell.source.event.Call;
import java.util.List;

/// What became of a call, as a page says it: a sign, a word and a colour, so that no one of them
/// has to be told apart alone.
public enum Outcome {
    STORED("✓", "Stored", "green"),
    CHANGED("!", "Stored, changed", "yellow"),
    DUPLICATE("=", "Duplicate", "grey"),
    CONFLICTING("≠", "Conflicting", "yellow"),
    WAITING("…", "Waiting", "info"),
    SET_ASIDE("✗", "Set aside", "red"),
    REFUSED("⊘", "Refused", "red");

    /// What a list can be narrowed to, in the order in which it is offered.
    static final List<Outcome> ALL = List.of(values());

    private final String sign;
    private final String word;
    private final String colour;

    Outcome(String sign, String word, String colour) {
        this.sign = sign;
        this.word = word;
        this.colour = colour;
    }

    static Outcome of(Call.State state) {
        return switch (state) {
            case STORED -> STORED;
            case CHANGED -> CHANGED;
            case DUPLICATE -> DUPLICATE;
            case CONFLICTING -> CONFLICTING;
            case WAITING -> WAITING;
            case SET_ASIDE -> SET_ASIDE;
            case REFUSED -> REFUSED;
        };
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return word;
    }

    public String colour() {
        return colour;
    }

    /// As the address of the page has it.
    public String key() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
