package dev.keepwell.source.event;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/// A request that is turned away as a whole: nothing of it is accepted.
final class Refused extends RuntimeException {

    private final int status;
    private final String code;
    private final @Nullable Duration retryAfter;

    private Refused(int status, String code, String detail, @Nullable Duration retryAfter) {
        super(detail, null, false, false);
        this.status = status;
        this.code = code;
        this.retryAfter = retryAfter;
    }

    /// It will be refused again however often it is sent.
    static Refused forGood(int status, String code, String detail) {
        return new Refused(status, code, detail, null);
    }

    /// The same request may be taken later.
    static Refused forNow(int status, String code, String detail, Duration retryAfter) {
        return new Refused(status, code, detail, retryAfter);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    String detail() {
        return String.valueOf(getMessage());
    }

    @Nullable Duration retryAfter() {
        return retryAfter;
    }
}
