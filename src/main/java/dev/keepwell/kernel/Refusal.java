package dev.keepwell.kernel;

/// Keepwell declines to do something, and says which rule, where, and what would mend it.
///
/// The message is for the person who asked. A [Refusal] is never a bug; anything else that is
/// thrown is one.
public final class Refusal extends RuntimeException {

    /// What kind of no it is, which decides the HTTP status and the exit code.
    public enum Kind {
        /// What was sent breaks a rule.
        INVALID,
        /// What was named does not exist.
        UNKNOWN,
        /// It cannot be done in the present state.
        CONFLICT,
        /// It was asked for in view of something that has changed since.
        OUTDATED,
        /// The installation itself is set up wrongly.
        CONFIGURATION,
        /// Something that is needed does not answer.
        UNREACHABLE,
        /// More was sent than is taken.
        TOO_LARGE
    }

    private final Kind kind;
    private final String code;

    private Refusal(Kind kind, String code, String message) {
        super(message);
        this.kind = kind;
        this.code = code;
    }

    public static Refusal invalid(String code, String message) {
        return new Refusal(Kind.INVALID, code, message);
    }

    public static Refusal unknown(String code, String message) {
        return new Refusal(Kind.UNKNOWN, code, message);
    }

    public static Refusal conflict(String code, String message) {
        return new Refusal(Kind.CONFLICT, code, message);
    }

    public static Refusal outdated(String code, String message) {
        return new Refusal(Kind.OUTDATED, code, message);
    }

    public static Refusal configuration(String code, String message) {
        return new Refusal(Kind.CONFIGURATION, code, message);
    }

    public static Refusal unreachable(String code, String message) {
        return new Refusal(Kind.UNREACHABLE, code, message);
    }

    public static Refusal tooLarge(String code, String message) {
        return new Refusal(Kind.TOO_LARGE, code, message);
    }

    public Kind kind() {
        return kind;
    }

    /// The rule in a word that scripts can compare: `unknown_account`.
    public String code() {
        return code;
    }

    /// The message; never null, unlike [Throwable#getMessage()].
    public String reason() {
        return String.valueOf(getMessage());
    }
}
