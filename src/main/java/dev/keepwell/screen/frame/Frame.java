package dev.keepwell.screen.frame;

import java.util.function.UnaryOperator;

/// What surrounds every page: where we are, whose data it is and how fresh.
public record Frame(
        String path,
        String workspace,
        Freshness freshness,
        boolean sample,
        Forgery forgery,
        UnaryOperator<String> files) {

    /// The token that a page shows with each change it asks for.
    public record Forgery(String header, String parameter, String token) {}

    /// Up to which day the accounts are judged.
    public sealed interface Freshness {

        /// Nothing is judged yet.
        record None() implements Freshness {}

        /// Judged up to this day, which is written as people read it.
        record Until(String day) implements Freshness {}
    }

    /// Whether the page lies under this place of the rail.
    public boolean isIn(String place) {
        return path.equals(place) || path.startsWith(place + "/");
    }

    /// The address of a file under `static`, which changes when the file does.
    public String file(String name) {
        return files.apply("/static/" + name);
    }
}
