package dev.keepwell.workspace;

/// Who a token is for: a program we trust to read, or whatever sends events.
public enum TokenKind {
    API("api", "kw_live_"),
    WRITE("write", "kw_write_");

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
        return word.equals(API.word) ? API : WRITE;
    }
}
