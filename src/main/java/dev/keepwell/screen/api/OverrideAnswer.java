package dev.keepwell.screen.api;

import dev.keepwell.health.ManualOverride.Order;
import dev.keepwell.health.Overrides;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// An override as it was ordered. `active` says whether it holds today.
record OverrideAnswer(
        String id,
        @Nullable Double score,
        @Nullable String band,
        String author,
        String reason,
        LocalDate from,
        LocalDate expiresOn,
        boolean active,
        @Nullable LocalDate endedOn,
        @Nullable String endedBy) {

    static OverrideAnswer of(Overrides.Entry it, LocalDate today) {
        var order = it.override().order();
        return new OverrideAnswer(
                it.id(),
                order instanceof Order.Score(var value) ? value : null,
                order instanceof Order.Colour(var band) ? band.word() : null,
                it.override().author(),
                it.override().reason(),
                it.override().from(),
                it.override().until(),
                it.holdsOn(today),
                it.endedOn(),
                it.endedBy());
    }
}
