package dev.keepwell.health;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// An override as columns.
record Overruled(
        @Nullable Double score,
        @Nullable String band,
        String author,
        String reason,
        LocalDate from,
        LocalDate until) {

    static @Nullable Overruled read(ResultSet row) throws SQLException {
        var author = row.getString("override_author");
        return author == null
                ? null
                : new Overruled(
                        Cells.number(row, "override_score"),
                        row.getString("override_band"),
                        author,
                        row.getString("override_reason"),
                        row.getObject("override_from", LocalDate.class),
                        row.getObject("override_until", LocalDate.class));
    }

    static @Nullable Overruled of(@Nullable ManualOverride it) {
        return it == null
                ? null
                : switch (it.order()) {
                    case ManualOverride.Order.Score(var value) ->
                            new Overruled(
                                    value, null, it.author(), it.reason(), it.from(), it.until());
                    case ManualOverride.Order.Colour(var band) ->
                            new Overruled(
                                    null,
                                    band.word(),
                                    it.author(),
                                    it.reason(),
                                    it.from(),
                                    it.until());
                };
    }

    ManualOverride override() {
        var order =
                score != null
                        ? new ManualOverride.Order.Score(score)
                        : new ManualOverride.Order.Colour(Band.of(Objects.requireNonNull(band)));
        return new ManualOverride(author, reason, order, from, until);
    }
}
