package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Band;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// A filter as SQL, on the day on which somebody asks.
final class Condition {

    private static final Pattern DAYS = Pattern.compile("(\\d{1,5})d");
    private static final String NO_SCORE = "N";
    private static final double TEN = 10;

    private final Filter filter;
    private final LocalDate today;
    private final String column;

    private Condition(Filter filter, LocalDate today) {
        this.filter = filter;
        this.today = today;
        this.column = filter.field().column();
    }

    static Clause of(Filter filter, LocalDate today) {
        return new Condition(filter, today).clause();
    }

    /// Refuses arguments that mean nothing, whatever the day.
    static void check(Filter filter) {
        of(filter, LocalDate.EPOCH);
    }

    private Clause clause() {
        return switch (filter.match()) {
            case IS, IN -> among();
            case NOT -> {
                var among = among();
                yield new Clause("not coalesce(" + among.sql() + ", false)", among.values());
            }
            case OVER -> over();
            case UNDER -> new Clause(column + " < ?", number());
            case WITHIN -> within();
            case PASSED -> new Clause(column + " < ?", today);
            case NEVER -> new Clause("touch = 'never'");
            case KNOWN -> known();
            case UNKNOWN -> {
                var known = known();
                yield new Clause("not " + known.sql(), known.values());
            }
        };
    }

    private Clause known() {
        return switch (filter.field().kind()) {
            // Grey is a band, and says that no score is known.
            case COLOUR -> new Clause("(" + column + " is not null and " + column + " <> 'grey')");
            case TOUCH -> new Clause("(touch <> 'unknown')");
            default -> new Clause("(" + column + " is not null)");
        };
    }

    private Clause among() {
        var wanted = filter.arguments();
        return switch (filter.field().kind()) {
            case COLOUR ->
                    new Clause(
                            "(coalesce(" + column + ", 'grey') = any(?))",
                            (Object) strings(wanted.stream().map(this::band).toList()));
            case PULSE -> new Clause("(" + column + " = any(?))", (Object) pulses(wanted));
            case FLAG -> new Clause("(" + column + " = ?)", flag(wanted.getFirst()));
            default -> new Clause("(" + column + " = any(?))", (Object) strings(wanted));
        };
    }

    private Clause over() {
        return switch (filter.field().kind()) {
            case FUTURE -> new Clause(column + " > ?", today.plusDays(days()));
            case PAST -> new Clause(column + " < ?", today.minusDays(days()));
            case TOUCH ->
                    new Clause("(touch = 'never' or touched_on < ?)", today.minusDays(days()));
            default -> new Clause(column + " > ?", number());
        };
    }

    private Clause within() {
        return filter.field().kind() == Field.Kind.FUTURE
                ? new Clause(column + " between ? and ?", today, today.plusDays(days()))
                : new Clause(column + " >= ?", today.minusDays(days()));
    }

    private long days() {
        var days = DAYS.matcher(filter.arguments().getFirst());
        if (!days.matches()) {
            throw filter.refused("Days are written 30d, up to 99999d.");
        }
        return Long.parseLong(days.group(1));
    }

    private Object number() {
        var number = parsed(filter.arguments().getFirst());
        return filter.field().kind() == Field.Kind.TENTHS ? number * TEN : number;
    }

    private double parsed(String text) {
        try {
            var number = Double.parseDouble(text);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            // The same answer as for a number without an end.
        }
        throw filter.refused("A number belongs there, such as 40 or -5.5.");
    }

    private boolean flag(String word) {
        return switch (word) {
            case "yes", "true" -> true;
            case "no", "false" -> false;
            default -> throw filter.refused("It is yes or no.");
        };
    }

    private String band(String word) {
        return word.equals(NO_SCORE)
                ? Band.GREY.word()
                : colour(word)
                        .map(Band::word)
                        .orElseThrow(() ->
                                filter.refused(
                                        "Colours are R, Y, G and N for no score, or words."));
    }

    private Integer[] pulses(List<String> words) {
        return words.stream()
                .map(it ->
                        colour(it)
                                .filter(colour -> colour != Band.GREY)
                                .orElseThrow(() -> filter.refused("A pulse is R, Y or G.")))
                .map(PulseWord::points)
                .toArray(Integer[]::new);
    }

    private static Optional<Band> colour(String word) {
        var small = word.toLowerCase(Locale.ROOT);
        return Arrays.stream(Band.values())
                .filter(it ->
                        it.word().equals(small)
                                || (it != Band.GREY && it.word().substring(0, 1).equals(small)))
                .findFirst();
    }

    private static String[] strings(List<String> words) {
        return words.toArray(String[]::new);
    }
}
