package dev.keepwell.screen.wizard;

import java.util.List;

/// What every step shows: the import, its file, and the way through.
public record WizardPage(
        String id, String file, String kind, List<Step.Mark> steps, String problem) {

    public String address(String step) {
        return "/data/import/" + id + "/" + step;
    }
}
