package dev.keepwell.screen.wizard;

import java.util.List;
import java.util.Locale;

/// The steps of an import, in their order.
public enum Step {
    UPLOAD(1, "Upload"),
    MAP(2, "Map"),
    CHECK(3, "Check"),
    PREVIEW(4, "Preview"),
    RUN(5, "Run"),
    RESULT(6, "Result");

    private final int number;
    private final String title;

    Step(int number, String title) {
        this.number = number;
        this.title = title;
    }

    public String title() {
        return title;
    }

    public int number() {
        return number;
    }

    public String path() {
        return name().toLowerCase(Locale.ROOT);
    }

    private boolean isOpen(Step here, boolean started) {
        var runs = number >= RUN.number;
        return started ? runs : !runs && number <= here.number + 1;
    }

    String of(String importId) {
        return "/data/import/" + importId + "/" + path();
    }

    /// A step as the head of a page shows it: open to go to, or not yet.
    public record Mark(Step step, String address, boolean isHere, boolean isOpen) {}

    /// While it is prepared the first four are open, afterwards the last two.
    static List<Mark> marks(String importId, Step here, boolean started) {
        return List.of(values()).stream()
                .map(it -> new Mark(it, it.of(importId), it == here, it.isOpen(here, started)))
                .toList();
    }
}
