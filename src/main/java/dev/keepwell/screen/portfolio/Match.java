package dev.keepwell.screen.portfolio;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a filter can ask of a field.
public enum Match {
    IS(Arguments.ONE),
    IN(Arguments.SOME),
    NOT(Arguments.SOME),
    OVER(Arguments.ONE),
    UNDER(Arguments.ONE),
    WITHIN(Arguments.ONE),
    PASSED(Arguments.NONE),
    NEVER(Arguments.NONE),
    KNOWN(Arguments.NONE),
    UNKNOWN(Arguments.NONE);

    /// How many there are between the brackets.
    enum Arguments {
        NONE,
        ONE,
        SOME;

        boolean take(int count) {
            return switch (this) {
                case NONE -> count == 0;
                case ONE -> count == 1;
                case SOME -> count >= 1;
            };
        }
    }

    private final Arguments arguments;

    Match(Arguments arguments) {
        this.arguments = arguments;
    }

    /// As addresses write it.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// As it is called, with its brackets: `within(…)`.
    String call() {
        return word() + (arguments == Arguments.NONE ? "()" : "(…)");
    }

    boolean takes(int count) {
        return arguments.take(count);
    }

    static Optional<Match> find(String word) {
        return Arrays.stream(values()).filter(it -> it.word().equals(word)).findFirst();
    }
}
