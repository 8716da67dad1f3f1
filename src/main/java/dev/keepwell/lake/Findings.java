package dev.keepwell.lake;

import java.util.List;

/// What came of holding files of the lake against their hashes.
public record Findings(long files, long rows, List<Damage> damages) {

    public Findings {
        damages = List.copyOf(damages);
    }

    /// How many files hold rows that nobody can read now.
    public long lost() {
        return damages.stream().filter(Damage::isLost).count();
    }
}
