package dev.keepwell.health;

/// A model as it was published: which number it has in its workspace, and the hash of its text.
public record ModelVersion(int number, String sha256, Model model) {

    public String name() {
        return model.name();
    }

    /// The version as a profile of it has it.
    ModelVersion under(String profile) {
        return new ModelVersion(number, sha256, model.under(profile));
    }

    /// The profile that applies to the account on the day.
    public String profile(Facts facts) {
        return model.profile(facts).map(Profile::name).orElse(Profile.NONE);
    }
}
