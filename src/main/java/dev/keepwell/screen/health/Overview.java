package dev.keepwell.screen.health;

import dev.keepwell.health.Band;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Totals.Means;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// How all accounts that have a score stand together, on the day of the list and thirty days before
/// it. Who left in between stands in the earlier figures, and who came stands in the later ones.
public record Overview(
        Gathered gathered,
        Moment now,
        Moment monthAgo,
        List<Long> coverage,
        List<Segment> segments,
        List<Judged> judged,
        List<Overlap> overlaps) {

    /// How wide a bin of scores is, in points.
    public static final int BIN = 5;

    /// How far back the comparison goes.
    static final int DAYS_BEFORE = 30;

    static final int BINS = 100 / BIN;
    static final int COVERAGE_BINS = 10;

    public Overview {
        coverage = List.copyOf(coverage);
        segments = List.copyOf(segments);
        judged = List.copyOf(judged);
        overlaps = List.copyOf(overlaps);
    }

    /// One day: how many accounts each bin of scores has, from 0 up, what each colour comes to, and
    /// the mean score, by revenue and simple.
    public record Moment(List<Long> bins, Map<Band, Count> bands, Means means) {

        public Moment {
            bins = List.copyOf(bins);
            bands = Collections.unmodifiableMap(new EnumMap<>(bands));
        }

        Count count(Band band) {
            return bands.getOrDefault(band, Count.NONE);
        }

        long judged() {
            return bands.values().stream().mapToLong(Count::accounts).sum();
        }
    }

    /// Accounts and what they pay together; those whose revenue is unknown are in no sum.
    public record Count(long accounts, BigDecimal mrr, long withoutMrr) {

        static final Count NONE = new Count(0, BigDecimal.ZERO, 0);
    }

    /// The accounts of a segment, or of none: their mean score, and the mean of each group of the
    /// model over those of them in whose score it counts.
    public record Segment(@Nullable String name, @Nullable Mean score, Map<String, Mean> groups) {

        public Segment {
            groups = Collections.unmodifiableMap(new TreeMap<>(groups));
        }
    }

    /// The accounts that a version judged by one of its profiles.
    public record Judged(int version, String profile, long accounts) {}

    /// Accounts that several profiles match, which are in their order: the first of them applies.
    public record Overlap(List<String> profiles, long accounts) {

        public Overlap {
            profiles = List.copyOf(profiles);
        }
    }

    /// A mean over so many accounts.
    public record Mean(long accounts, BigDecimal value) {}
}
