package dev.keepwell.workspace;

import dev.keepwell.kernel.Keys;
import dev.keepwell.kernel.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/// Something that a workspace may decide about its metrics: what it means, what it usually is and
/// what it may be.
public record Setting(String name, String meaning, String usual, Allowed allowed) {

    private static final Set<String> KEYS =
            Set.of("usual", "one_of", "at_least", "at_most", "meaning");

    /// The values that make sense.
    public sealed interface Allowed {

        /// As a person reads it: `0 to 90`.
        String words();

        /// Numbers in a range; `whole` ones count something.
        record Range(BigDecimal lowest, BigDecimal highest, boolean whole) implements Allowed {

            @Override
            public String words() {
                return "%s%s to %s"
                        .formatted(
                                whole ? "a whole number from " : "a number from ",
                                lowest.toPlainString(),
                                highest.toPlainString());
            }
        }

        /// A few words.
        record Choice(List<String> choices) implements Allowed {

            @Override
            public String words() {
                return "one of " + String.join(", ", choices);
            }
        }

        /// Yes or no.
        record Flag() implements Allowed {

            @Override
            public String words() {
                return "true or false";
            }
        }
    }

    static Setting parse(String name, Keys keys) {
        keys.only(KEYS);
        var usual = keys.text("usual");
        return new Setting(name, keys.text("meaning"), usual, allowed(keys, usual));
    }

    private static Allowed allowed(Keys keys, String usual) {
        if (keys.find("one_of").isPresent()) {
            return new Allowed.Choice(keys.words("one_of"));
        }
        if (usual.equals("true") || usual.equals("false")) {
            return new Allowed.Flag();
        }
        return new Allowed.Range(
                new BigDecimal(keys.text("at_least")),
                new BigDecimal(keys.text("at_most")),
                !usual.contains("."));
    }

    /// The value as it is kept, or a refusal that says what it may be.
    String checked(String value) {
        return switch (allowed) {
            case Allowed.Flag() -> oneOf(value, List.of("true", "false"));
            case Allowed.Choice(var words) -> oneOf(value, words);
            case Allowed.Range range -> number(value, range);
        };
    }

    private String oneOf(String value, List<String> words) {
        return words.stream()
                .filter(it -> it.equalsIgnoreCase(value))
                .findFirst()
                .orElseThrow(refused(value));
    }

    private String number(String value, Allowed.Range range) {
        try {
            var number = new BigDecimal(value);
            var fits =
                    number.compareTo(range.lowest()) >= 0
                            && number.compareTo(range.highest()) <= 0
                            && (!range.whole() || number.stripTrailingZeros().scale() <= 0);
            if (fits) {
                return number.stripTrailingZeros().toPlainString();
            }
        } catch (NumberFormatException e) {
            throw refused(value).get();
        }
        throw refused(value).get();
    }

    private Supplier<Refusal> refused(String value) {
        return () ->
                Refusal.invalid(
                        "setting",
                        "'%s' is %s, but got '%s'.".formatted(name, allowed.words(), value));
    }

    /// The value as SQL writes it.
    String literal(String value) {
        return allowed instanceof Allowed.Choice ? "'%s'".formatted(value) : value;
    }
}
