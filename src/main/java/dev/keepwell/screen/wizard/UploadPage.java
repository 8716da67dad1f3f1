package dev.keepwell.screen.wizard;

import dev.keepwell.source.wizard.Seen;
import dev.keepwell.source.wizard.Wizards;
import java.util.List;

/// What was made of the file, for somebody to say whether it is right.
public record UploadPage(
        List<Part> layout,
        List<Seen> columns,
        List<List<String>> rows,
        List<String> notes,
        List<Kind> kinds,
        List<Wizards.Ready> ready) {

    /// One thing about how the file is written: a choice, or a text.
    public record Part(String key, String label, String value, List<Option> options) {}

    public record Option(String value, String label, boolean isChosen) {}

    public record Kind(String name, String title, String row, boolean isChosen) {}
}
