package dev.keepwell.screen.wizard;

import java.util.List;
import java.util.Locale;

/// The steps of an import, in their order.
public enum Step {
    UPLOAD("Upload"),
    MAP("Map"),
    CHECK("Check"),
    PREVIEW("Preview"),
    RUN("Run"),
    RESULT("Result");

    private final String title;

    Step(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    public int number() {
        return ordinal() + 1;
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    String of(String importId) {
        return "/data/import/" + importId + "/" + path();
    }

    /// A step as the head of a page shows it: open to go to, or not yet.
    public record Mark(Step step, String address, boolean isHere, boolean isOpen) {}

    /// While it is prepared the first four are open, afterwards the last two.
    static List<Mark> marks(String importId, Step here, boolean started) {
        return List.of(values()).stream()
                .map(it ->
                        new Mark(
                                it,
                                it.of(importId),
                                it == here,
                                started == it.ordinal() >= RUN.ordinal()
                                        && (started || it.ordinal() <= here.ordinal() + 1)))
                .toList();
    }
}
