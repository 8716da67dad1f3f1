package dev.keepwell.screen.api;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Loss;
import dev.keepwell.health.PathToGreen;
import dev.keepwell.health.PathToGreen.Ahead;
import dev.keepwell.health.PathToGreen.Arrived;
import dev.keepwell.health.PathToGreen.NoScore;
import dev.keepwell.health.Way;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What would bring an account into the next band, as the API tells it: `ahead`, `arrived`, or
/// `no_score`.
record PathAnswer(
        String account,
        LocalDate asOf,
        String state,
        @Nullable String next,
        @Nullable BigDecimal border,
        @Nullable BigDecimal missing,
        List<String> capsFirst,
        List<WayAnswer> ways,
        List<LossAnswer> losses) {

    /// A value and on which side of it is enough: at_least, at_most, below, exactly.
    record Value(String side, BigDecimal value) {

        static Value of(dev.keepwell.health.Target it) {
            return new Value(it.side().name().toLowerCase(Locale.ROOT), it.value());
        }
    }

    record Step(
            String group,
            String measure,
            double value,
            BigDecimal points,
            BigDecimal toPoints,
            BigDecimal gain,
            Value target) {

        static Step of(Way.Step it) {
            return new Step(
                    it.group(),
                    it.metric().value(),
                    it.value(),
                    it.points(),
                    it.target().points(),
                    it.gain(),
                    Value.of(it.target()));
        }
    }

    record WayAnswer(BigDecimal score, List<Step> steps) {

        static WayAnswer of(Way it) {
            return new WayAnswer(it.score(), it.steps().stream().map(Step::of).toList());
        }
    }

    record LossAnswer(
            String group,
            String measure,
            double value,
            BigDecimal points,
            BigDecimal lost,
            @Nullable Value needed) {

        static LossAnswer of(Loss it) {
            return new LossAnswer(
                    it.group(),
                    it.metric().value(),
                    it.value(),
                    it.points(),
                    it.lost(),
                    it.needed() == null ? null : Value.of(it.needed()));
        }
    }

    static PathAnswer of(Anatomy anatomy, PathToGreen path) {
        var account = anatomy.account().value();
        var day = anatomy.day();
        var losses = path.losses().stream().map(LossAnswer::of).toList();
        return switch (path) {
            case NoScore() -> without(account, day, "no_score", losses);
            case Arrived _ -> without(account, day, "arrived", losses);
            case Ahead it ->
                    new PathAnswer(
                            account,
                            day,
                            "ahead",
                            it.next().word(),
                            it.border(),
                            it.missing(),
                            it.capsFirst().stream().map(Anatomy.ActiveCap::cap).toList(),
                            it.ways().stream().map(WayAnswer::of).toList(),
                            losses);
        };
    }

    private static PathAnswer without(
            String account, LocalDate day, String state, List<LossAnswer> losses) {
        return new PathAnswer(account, day, state, null, null, null, List.of(), List.of(), losses);
    }
}
