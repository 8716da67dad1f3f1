package dev.keepwell.source.flow;

import dev.keepwell.kernel.Refusal;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;

/// How often to expect something, as people write it: `12h`, `1d`, `7d`, or `learned`.
public final class Every {

    public static final String LEARNED = "learned";

    private static final Pattern FORM = Pattern.compile("([0-9]{1,4})\\s*([hd])");
    private static final int HOURS_MAX = 366 * 24;

    private Every() {}

    /// Empty where it is to be learned.
    public static Optional<Duration> read(String text) {
        var said = text.strip();
        if (said.isEmpty() || said.equals(LEARNED)) {
            return Optional.empty();
        }
        var form = FORM.matcher(said);
        if (form.matches()) {
            var hours = Long.parseLong(form.group(1)) * (form.group(2).equals("d") ? 24 : 1);
            if (hours >= 1 && hours <= HOURS_MAX) {
                return Optional.of(Duration.ofHours(hours));
            }
        }
        throw Refusal.invalid(
                "expected_every",
                ("A source is expected every 1h to 366d, or 'learned', but got '%s'. Write 12h, 1d"
                                + " or 7d.")
                        .formatted(text));
    }

    public static String text(Duration every) {
        var hours = every.toHours();
        return hours % 24 == 0 ? hours / 24 + "d" : hours + "h";
    }
}
