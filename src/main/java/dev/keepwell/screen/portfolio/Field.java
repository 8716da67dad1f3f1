package dev.keepwell.screen.portfolio;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// What a list of accounts can be filtered and sorted by, in the words of its address.
public enum Field {
    NAME("name", Kind.NAME, "name"),
    HEALTH("health", Kind.COLOUR, "band"),
    SCORE("score", Kind.TENTHS, "score_tenths"),
    CHANGE("change", Kind.TENTHS, "delta_tenths"),
    COVERAGE("coverage", Kind.NUMBER, "coverage"),
    WEAKEST("weakest", Kind.TENTHS, "weakest_tenths"),
    TURNED("turned", Kind.PAST, "band_changed_on"),
    MRR("mrr", Kind.NUMBER, "mrr_order"),
    RENEWAL("renewal", Kind.FUTURE, "renewal_on"),
    OVERDUE("overdue", Kind.COUNT, "overdue_days"),
    OWNER("owner", Kind.TEXT, "csm"),
    PULSE("pulse", Kind.PULSE, "pulse"),
    PULSE_SET("pulse_set", Kind.PAST, "pulse_set_on"),
    TOUCH("touch", Kind.TOUCH, "touched_on"),
    SPONSOR("sponsor", Kind.TEXT, "sponsor"),
    USAGE("usage", Kind.NUMBER, "dau_mau"),
    LICENCES("licences", Kind.NUMBER, "seats_share"),
    NPS("nps", Kind.NUMBER, "nps"),
    TIER("tier", Kind.TEXT, "tier"),
    SEGMENT("segment", Kind.TEXT, "segment"),
    PLAN("plan", Kind.TEXT, "plan"),
    CUSTOMER("customer", Kind.FLAG, "is_customer");

    /// What kind of thing a field holds, which decides what can be asked of it.
    enum Kind {
        NAME(Type.TEXT),
        TEXT(Type.TEXT),
        COLOUR(Type.TEXT),
        PULSE(Type.WHOLE),
        TENTHS(Type.WHOLE),
        COUNT(Type.WHOLE),
        NUMBER(Type.FRACTION),
        /// A day to come: within so many days from today, or passed.
        FUTURE(Type.DAY),
        /// A day gone by: at most, or more than, so many days ago.
        PAST(Type.DAY),
        /// Like a day gone by, but never is longer ago than any day.
        TOUCH(Type.DAY),
        FLAG(Type.FLAG);

        private final Type type;

        Kind(Type type) {
            this.type = type;
        }

        Type type() {
            return type;
        }

        List<Match> matches() {
            return switch (this) {
                case NAME -> List.of(Match.IS, Match.IN, Match.NOT);
                case TEXT, COLOUR, PULSE ->
                        List.of(Match.IS, Match.IN, Match.NOT, Match.KNOWN, Match.UNKNOWN);
                case TENTHS, COUNT, NUMBER ->
                        List.of(Match.OVER, Match.UNDER, Match.KNOWN, Match.UNKNOWN);
                case FUTURE ->
                        List.of(Match.WITHIN, Match.OVER, Match.PASSED, Match.KNOWN, Match.UNKNOWN);
                case PAST -> List.of(Match.WITHIN, Match.OVER, Match.KNOWN, Match.UNKNOWN);
                case TOUCH ->
                        List.of(Match.WITHIN, Match.OVER, Match.NEVER, Match.KNOWN, Match.UNKNOWN);
                case FLAG -> List.of(Match.IS);
            };
        }
    }

    /// The values of a column as Java and the database exchange them.
    enum Type {
        TEXT,
        WHOLE,
        FRACTION,
        DAY,
        FLAG
    }

    private final String word;
    private final Kind kind;
    private final String column;

    Field(String word, Kind kind, String column) {
        this.word = word;
        this.kind = kind;
        this.column = column;
    }

    /// As addresses write it.
    public String word() {
        return word;
    }

    Kind kind() {
        return kind;
    }

    String column() {
        return column;
    }

    /// The column as it is sorted by: texts the same on every machine.
    String order() {
        return kind.type == Type.TEXT ? column + " collate \"C\"" : column;
    }

    static List<String> words() {
        return Arrays.stream(values()).map(Field::word).toList();
    }

    static Optional<Field> find(String word) {
        return Arrays.stream(values()).filter(it -> it.word.equals(word)).findFirst();
    }

    /// `place` says where the word stands: `sort`.
    static Field named(String place, String word) {
        return find(word)
                .orElseThrow(() ->
                        Refusal.invalid(
                                "unknown_field",
                                "%s names the unknown field '%s'. There are %s.%s"
                                        .formatted(
                                                place,
                                                word,
                                                String.join(", ", words()),
                                                Suggestion.forWord(word, words()))));
    }
}
