package dev.keepwell.kernel;

/// Names one account, the thing that has a score, inside its workspace.
public record AccountId(String value) {

    public AccountId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An account id cannot be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
