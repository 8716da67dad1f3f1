package dev.keepwell.workspace;

/// A token at the only moment its text is known to us.
public record NewToken(String tokenId, String secret) {

    /// Nothing that gets into a log.
    @Override
    public String toString() {
        return tokenId;
    }
}
