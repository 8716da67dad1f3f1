package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.ManualOverride;
import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What a person put in the place of the arithmetic, and the form to do so. Between an order and
/// the next judgement the two differ, and the box says so.
public record OverrideBox(@Nullable Told told, boolean isPending, Form form) {

    /// An override and what the arithmetic says without it.
    public record Told(
            String wanted, String author, String reason, String until, String otherwise) {}

    /// The days that the form may end on. An empty `path` offers no form, as on a day of the past.
    public record Form(String path, LocalDate first, LocalDate usual, LocalDate last) {}

    /// `ordered` is what is in force at this moment, whatever the score has seen of it.
    static OverrideBox of(
            Anatomy anatomy, @Nullable ManualOverride ordered, @Nullable LocalDate today) {
        var judged = anatomy.facts().beside().override();
        var shown = today == null ? judged : ordered;
        var day = today == null ? anatomy.day() : today;
        return new OverrideBox(
                shown == null ? null : told(shown, anatomy),
                today != null && !Objects.equals(judged, ordered),
                new Form(
                        today == null ? "" : "/accounts/" + anatomy.account().value(),
                        day.plusDays(1),
                        day.plusDays(ManualOverride.DAYS_BY_DEFAULT),
                        day.plusDays(ManualOverride.DAYS_AT_MOST)));
    }

    private static Told told(ManualOverride it, Anatomy anatomy) {
        return new Told(
                switch (it.order()) {
                    case Order.Score(var value) -> Figures.score(BigDecimal.valueOf(value));
                    case Order.Colour(var band) -> Figures.word(band);
                },
                it.author(),
                it.reason(),
                Figures.day(it.until()),
                switch (anatomy.verdict()) {
                    case Verdict.Scored scored ->
                            Figures.score(BigDecimal.valueOf(scored.capped()));
                    case Verdict.Grey _ -> "no score";
                });
    }
}
