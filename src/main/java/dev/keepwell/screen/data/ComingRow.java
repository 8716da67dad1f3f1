package dev.keepwell.screen.data;

import dev.keepwell.screen.frame.Figures;
import dev.keepwell.source.flow.Every;
import dev.keepwell.source.flow.Rhythm;
import dev.keepwell.source.flow.SourceTable;
import dev.keepwell.source.flow.Standing;
import dev.keepwell.source.flow.Usual;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What comes of a source, altogether or into one table, as a page writes it.
public record ComingRow(
        String table,
        State state,
        @Nullable Clocked last,
        String expected,
        String decided,
        String completeUntil,
        Today today,
        String rejected) {

    /// Whether it is late: a sign, a word and a colour.
    public record State(String sign, String word, String colour) {

        static State of(Standing it) {
            var words = it.word().replace('_', ' ');
            var title = Character.toUpperCase(words.charAt(0)) + words.substring(1);
            return new State(it.sign(), it == Standing.UNKNOWN ? "No rhythm" : title, it.colour());
        }
    }

    /// What came today, and what does so usually.
    public record Today(long rows, String text, String usual, @Nullable UsualBar bar) {

        static Today of(long rows, @Nullable Usual usual) {
            if (usual == null) {
                return new Today(rows, count(rows), "no usual yet", null);
            }
            var range =
                    usual.low() == usual.high()
                            ? count(usual.median())
                            : "%s–%s".formatted(count(usual.low()), count(usual.high()));
            var verdict =
                    usual.isOver(rows)
                            ? "over usual, "
                            : usual.isUnder(rows) ? "under usual so far, " : "usual ";
            return new Today(rows, count(rows), verdict + range, UsualBar.of(usual, rows));
        }
    }

    static ComingRow of(SourceTable it, Clocked.Place place) {
        return new ComingRow(
                it.table(),
                State.of(it.standing()),
                it.last() == null ? null : place.at(it.last()),
                expected(it.rhythm()),
                it.rhythm() instanceof Rhythm.Decided(var every) ? Every.text(every) : "",
                day(it.completeUntil()),
                Today.of(it.rowsOn(place.today()), it.usual(place.today()).orElse(null)),
                count(it.rejected()));
    }

    private static String expected(Rhythm rhythm) {
        return switch (rhythm) {
            case Rhythm.Decided(var every) -> "every " + Every.text(every) + ", decided";
            case Rhythm.Learned(var days, var patience) ->
                    (days == 1 ? "every day" : "every %d days".formatted(days))
                            + (patience > days ? ", at most %d".formatted(patience) : "");
            case Rhythm.Unknown() -> "not known yet";
        };
    }

    private static String day(@Nullable LocalDate day) {
        return day == null ? "–" : Figures.day(day);
    }

    static String count(long rows) {
        return "%,d".formatted(rows);
    }
}
