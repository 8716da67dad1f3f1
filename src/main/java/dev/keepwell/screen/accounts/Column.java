package dev.keepwell.screen.accounts;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Order;
import java.util.Arrays;
import java.util.List;

/// What a list of accounts can show of each.
public enum Column {
    ACCOUNT("account", "Account", Field.NAME, Kind.TEXT),
    HEALTH("health", "Health", Field.SCORE, Kind.TEXT),
    CHANGE("change", "Δ 30 d", Field.CHANGE, Kind.NUMBER),
    MRR("mrr", "MRR", Field.MRR, Kind.AMOUNT),
    RENEWAL("renewal", "Renewal", Field.RENEWAL, Kind.TEXT),
    OWNER("owner", "CSM", Field.OWNER, Kind.TEXT),
    PULSE("pulse", "Pulse", Field.PULSE, Kind.TEXT),
    TOUCH("touch", "Last touch", Field.TOUCH, Kind.TEXT),
    COVERAGE("coverage", "Coverage", Field.COVERAGE, Kind.AMOUNT),
    USAGE("usage", "DAU/MAU", Field.USAGE, Kind.AMOUNT),
    LICENCES("licences", "Licences", Field.LICENCES, Kind.AMOUNT),
    NPS("nps", "NPS", Field.NPS, Kind.AMOUNT),
    OVERDUE("overdue", "Overdue", Field.OVERDUE, Kind.AMOUNT),
    SPONSOR("sponsor", "Sponsor", Field.SPONSOR, Kind.TEXT);

    static final List<Column> USUAL =
            List.of(ACCOUNT, HEALTH, CHANGE, MRR, RENEWAL, OWNER, PULSE, TOUCH);

    private enum Kind {
        TEXT,
        /// Stands to the right, and the least is asked for first.
        NUMBER,
        /// Stands to the right, and the most is asked for first.
        AMOUNT
    }

    private final String word;
    private final String title;
    private final Field field;
    private final Kind kind;

    Column(String word, String title, Field field, Kind kind) {
        this.word = word;
        this.title = title;
        this.field = field;
        this.kind = kind;
    }

    /// As addresses write it.
    public String word() {
        return word;
    }

    public String title() {
        return title;
    }

    /// Whether digits stand under digits.
    public boolean isNumeric() {
        return kind != Kind.TEXT;
    }

    Field field() {
        return field;
    }

    /// The direction that a first click asks for.
    Order order() {
        return new Order(field, kind == Kind.AMOUNT);
    }

    /// The account always comes first: the others are about it.
    static List<Column> parse(String text) {
        if (text.isBlank()) {
            return USUAL;
        }
        var named = Arrays.stream(text.split(",", -1)).map(Column::named).toList();
        return Arrays.stream(values()).filter(it -> it == ACCOUNT || named.contains(it)).toList();
    }

    private static Column named(String word) {
        var words = Arrays.stream(values()).map(Column::word).toList();
        return Arrays.stream(values())
                .filter(it -> it.word.equals(word))
                .findFirst()
                .orElseThrow(() ->
                        Refusal.invalid(
                                "unknown_column",
                                "There is no column '%s'. There are %s.%s"
                                        .formatted(
                                                word,
                                                String.join(", ", words),
                                                Suggestion.forWord(word, words))));
    }
}
