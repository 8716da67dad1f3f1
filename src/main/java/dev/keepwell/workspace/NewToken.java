package dev.keepwell.workspace;

/// A token at the only moment its text is known to us, and the source it sends as, if it does.
public record NewToken(String tokenId, String secret, String source) {

    /// Nothing that gets into a log.
    @Override
    public String toString() {
        return tokenId;
    }
}
