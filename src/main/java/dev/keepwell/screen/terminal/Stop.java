package dev.keepwell.screen.terminal;

import dev.keepwell.kernel.Refusal;

/// A command ends here, with one message for people and one exit code for scripts.
final class Stop extends RuntimeException {

    private final int code;

    Stop(int code, String message) {
        super(message);
        this.code = code;
    }

    static Stop of(Refusal refusal) {
        return new Stop(code(refusal.kind()), refusal.reason());
    }

    /// What the server said, by the status it said it with.
    static Stop ofStatus(int status, String detail) {
        return new Stop(
                switch (status) {
                    case 400, 413, 422 -> Exit.USAGE;
                    case 401, 403, 503 -> Exit.CONFIGURATION;
                    case 502, 504 -> Exit.UNREACHABLE;
                    default -> Exit.FAILED;
                },
                detail);
    }

    int code() {
        return code;
    }

    private static int code(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID, TOO_LARGE -> Exit.USAGE;
            case UNKNOWN, CONFLICT, OUTDATED -> Exit.FAILED;
            case CONFIGURATION -> Exit.CONFIGURATION;
            case UNREACHABLE -> Exit.UNREACHABLE;
        };
    }
}
