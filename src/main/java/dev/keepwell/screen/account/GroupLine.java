package dev.keepwell.screen.account;

import dev.keepwell.health.Band;
import dev.keepwell.health.Bands;
import dev.keepwell.health.GroupScore;
import dev.keepwell.health.Model;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/// One group of a score: what it weighs, what it brings and what it leaves out.
public record GroupLine(
        String group,
        String title,
        Band band,
        String weight,
        String score,
        String contribution,
        String lost,
        @Nullable String change,
        Segment segment) {

    private static final double HUNDRED = 100;
    private static final double WIDE = 8;

    /// Where the group lies in a bar of a hundred: from `start` on, `earned` of it solid.
    public record Segment(double start, double width, double earned) {

        /// Whether a letter and a number fit into the solid part.
        public boolean isEarnedWide() {
            return earned >= WIDE;
        }

        /// Whether they fit into the hatched part. Across both nothing could be read.
        public boolean isLostWide() {
            return width - earned >= WIDE;
        }

        /// Where the hatched part begins.
        public double lostFrom() {
            return start + earned;
        }
    }

    static GroupLine of(
            GroupScore it,
            Model.Group group,
            Bands bands,
            PrintedScore.Parts parts,
            double start,
            @Nullable BigDecimal change) {
        var width = it.isUsed() ? it.effectiveWeight() * HUNDRED : 0;
        var score = it.score();
        var isScored = it.isUsed() && score.isPresent();
        return new GroupLine(
                it.group(),
                group.title(),
                isScored ? bands.of(score.getAsDouble()) : Band.GREY,
                Figures.number(BigDecimal.valueOf(it.weight()), 1),
                isScored ? Figures.score(BigDecimal.valueOf(score.getAsDouble())) : reason(it),
                Figures.points(parts.contribution()),
                Figures.points(parts.lost()),
                change == null ? null : Figures.signed(change, 2),
                new Segment(start, width, it.contribution()));
    }

    private static String reason(GroupScore it) {
        return switch (it.standing()) {
            case NOT_APPLICABLE -> "Not applicable";
            case BELOW_FLOOR, USED -> "Too little known";
        };
    }
}
