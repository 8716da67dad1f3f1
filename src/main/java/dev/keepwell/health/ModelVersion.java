package dev.keepwell.health;

/// A model as it was published: which number it has in its workspace, and the hash of its text.
public record ModelVersion(int number, String sha256, Model model) {

    public String name() {
        return model.name();
    }
}
