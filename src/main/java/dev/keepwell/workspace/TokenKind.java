package dev.keepwell.workspace;

import java.util.Arrays;

/// Who a token is for.
public enum TokenKind {
    /// A program we trust to read.
    API("api", "kw_live_"),
    /// Whatever sends events.
    WRITE("write", "kw_write_"),
    /// Somebody who is about to sign in. It works once.
    LINK("link", "kw_link_"),
    /// The browser of somebody who has signed in.
    SESSION("session", "kw_session_");

    private final String word;
    private final String prefix;

    TokenKind(String word, String prefix) {
        this.word = word;
        this.prefix = prefix;
    }

    public String word() {
        return word;
    }

    String prefix() {
        return prefix;
    }

    static TokenKind ofWord(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst().orElseThrow();
    }
}
