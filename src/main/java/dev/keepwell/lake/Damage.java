package dev.keepwell.lake;

/// A file of the lake that is not what was written, and what became of it. What was found in place
/// of the expected hash is another hash, `missing`, or why it cannot be read.
public record Damage(
        String dataset, String part, String path, String expected, String found, State state) {

    /// Where the rows of the file are now.
    public enum State {
        /// In the lake again, from their origin.
        REBUILT,
        /// In the lake again: the file is back in its place, and whole.
        RETURNED,
        /// Gone until the file comes back from a backup. Readers go on without them.
        LOST
    }

    static Damage of(LakeFile file, String found, State state) {
        return new Damage(
                file.dataset(), file.part(), file.path().toString(), file.sha256(), found, state);
    }

    boolean isLost() {
        return state == State.LOST;
    }
}
