package dev.keepwell.screen.model;

import java.util.List;

/// A model to begin with: how many of its measures can be heard already, and which cannot.
public record Starter(
        String name, String title, int measures, int heard, List<Silent> silent, boolean isBest) {

    /// A measure for which nothing has come in, and what would have to.
    public record Silent(String metric, String needs) {}

    boolean isReady() {
        return heard == measures;
    }

    Starter best() {
        return new Starter(name, title, measures, heard, silent, true);
    }
}
