package dev.keepwell.job;

import org.jspecify.annotations.Nullable;

/// Something that work rests on was lost and may be back when the work is done again from its
/// start, as after a crash. Work that meets it too often has failed.
public final class Setback extends RuntimeException {

    private final String code;

    public Setback(String code, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.code = code;
    }

    /// The rule in a word that scripts can compare.
    public String code() {
        return code;
    }
}
