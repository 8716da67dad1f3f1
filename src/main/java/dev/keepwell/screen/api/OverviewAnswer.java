package dev.keepwell.screen.api;

import dev.keepwell.health.Band;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.kernel.Money;
import dev.keepwell.screen.health.Movers;
import dev.keepwell.screen.health.Overview;
import dev.keepwell.screen.portfolio.Entry;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How all accounts stand together, as the API tells it. `month_ago` counts those who were there
/// thirty days before. Bins run from 0 up; the last one has its upper end in it.
record OverviewAnswer(
        LocalDate asOf,
        Moment now,
        Moment monthAgo,
        List<Long> coverage,
        List<Segment> segments,
        List<Mover> falls,
        List<Mover> rises,
        List<Mover> stuck,
        List<Model> models,
        List<Overlap> overlaps) {

    /// One day: the accounts in each bin of five points, each colour, and both means.
    record Moment(
            List<Long> scores,
            List<Colour> bands,
            @Nullable BigDecimal scoreByMrr,
            @Nullable BigDecimal scoreMean) {

        static Moment of(Overview.Moment it, String currency) {
            return new Moment(
                    it.bins(),
                    Stream.of(Band.RED, Band.YELLOW, Band.GREEN, Band.GREY)
                            .map(band -> Colour.of(band, it.bands().get(band), currency))
                            .toList(),
                    it.means().byMrr(),
                    it.means().simple());
        }
    }

    /// What a colour comes to. Accounts without a known revenue are in no sum.
    record Colour(String band, long accounts, Envelope.Amount mrr, long withoutMrr) {

        static Colour of(Band band, Overview.@Nullable Count it, String currency) {
            var mrr = it == null ? BigDecimal.ZERO : it.mrr();
            return new Colour(
                    band.word(),
                    it == null ? 0 : it.accounts(),
                    new Envelope.Amount(new Money(mrr, currency).printed(), currency),
                    it == null ? 0 : it.withoutMrr());
        }
    }

    /// A segment with the mean score of its accounts, and of each group.
    record Segment(@Nullable String segment, @Nullable Mean score, Map<String, Mean> groups) {}

    /// A mean and over how many accounts.
    record Mean(BigDecimal mean, long accounts) {

        static Mean of(Overview.Mean it) {
            return new Mean(it.value(), it.accounts());
        }
    }

    /// An account that moved, and from what.
    record Mover(
            String id,
            String name,
            @Nullable Double published,
            @Nullable Double change30,
            List<Entry.Reason> reasons) {

        static Mover of(Entry it) {
            var standing = it.standing();
            var score = standing.score() instanceof Entry.Score.Scored scored ? scored : null;
            return new Mover(
                    it.account().value(),
                    it.name(),
                    score == null ? null : score.published(),
                    standing.delta30(),
                    standing.reasons());
        }
    }

    /// A version, one of its profiles, and how many accounts they judged.
    record Model(String name, int version, String profile, boolean inForce, long accounts) {}

    /// Accounts that several profiles match; the first of these applies.
    record Overlap(List<String> profiles, long accounts) {}

    static OverviewAnswer of(Overview it, List<Movers> movers, ModelVersion inForce) {
        var currency = it.gathered().currency();
        return new OverviewAnswer(
                it.gathered().day(),
                Moment.of(it.now(), currency),
                Moment.of(it.monthAgo(), currency),
                it.coverage(),
                it.segments().stream().map(OverviewAnswer::segment).toList(),
                moved(movers, Movers.Kind.FALLS),
                moved(movers, Movers.Kind.RISES),
                moved(movers, Movers.Kind.STUCK),
                it.judged().stream().map(judged -> model(judged, inForce)).toList(),
                it.overlaps().stream()
                        .map(overlap -> new Overlap(overlap.profiles(), overlap.accounts()))
                        .toList());
    }

    private static Segment segment(Overview.Segment it) {
        var score = it.score();
        var groups = new TreeMap<String, Mean>();
        it.groups().forEach((group, mean) -> groups.put(group, Mean.of(mean)));
        return new Segment(it.name(), score == null ? null : Mean.of(score), groups);
    }

    private static List<Mover> moved(List<Movers> movers, Movers.Kind kind) {
        return movers.stream()
                .filter(it -> it.kind() == kind)
                .flatMap(it -> it.entries().stream())
                .map(Mover::of)
                .toList();
    }

    private static Model model(Overview.Judged judged, ModelVersion inForce) {
        var version = judged.version();
        return new Model(
                inForce.name(),
                version,
                judged.profile(),
                version == inForce.number(),
                judged.accounts());
    }
}
