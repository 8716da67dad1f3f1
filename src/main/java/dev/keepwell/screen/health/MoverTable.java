package dev.keepwell.screen.health;

import dev.keepwell.health.Band;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.Spark;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Entry.Score;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Accounts that moved, as a table.
public record MoverTable(String id, String title, String address, String more, List<Row> rows) {

    public MoverTable {
        rows = List.copyOf(rows);
    }

    /// An account, how far its score moved and the greatest cause of that.
    public record Row(
            String name, String path, Change change, Health health, String mrr, String cause) {}

    /// By how many points, and which way.
    public record Change(String points, boolean isFall) {}

    /// The score in its colour and the way it took.
    public record Health(Band band, String score, String said, Spark spark) {}

    static MoverTable of(Movers movers, String currency, Catalogue catalogue) {
        var kind = movers.kind();
        var more = movers.all() - movers.entries().size();
        return new MoverTable(
                kind.name().toLowerCase(Locale.ROOT),
                kind.title(),
                kind.address(),
                more > 0 ? "All %,d".formatted(movers.all()) : "",
                movers.entries().stream().map(it -> row(it, currency, catalogue)).toList());
    }

    private static Row row(Entry entry, String currency, Catalogue catalogue) {
        var standing = entry.standing();
        var delta = standing.delta30() == null ? 0 : standing.delta30();
        var mrr = entry.revenue().mrr();
        return new Row(
                entry.name(),
                "/accounts/%s/health?since=30#change".formatted(entry.account().value()),
                new Change(Figures.signed(BigDecimal.valueOf(delta), 1), delta < 0),
                health(standing),
                mrr == null ? "No data" : Figures.money(mrr, currency),
                standing.reasons().stream()
                        .filter(it -> it.points() < 0 == delta < 0)
                        .findFirst()
                        .map(it -> cause(it, catalogue))
                        .orElse("–"));
    }

    private static String cause(Entry.Reason reason, Catalogue catalogue) {
        var points = Figures.signed(BigDecimal.valueOf(reason.points()), 1);
        return reason.title(catalogue) + " " + points;
    }

    private static Health health(Entry.Standing standing) {
        var sparks = new ArrayList<@Nullable BigDecimal>();
        standing.spark().forEach(it -> sparks.add(it == null ? null : BigDecimal.valueOf(it)));
        var spark = new Spark(sparks);
        return switch (standing.score()) {
            case Score.Scored(var published, var band, _) -> {
                var score = Figures.score(BigDecimal.valueOf(published));
                var said = "Health: %s, %s of 100".formatted(Figures.word(band), score);
                yield new Health(band, score, said, spark);
            }
            case Score.Grey _, Score.NotJudged _ ->
                    new Health(Band.GREY, "No score", "No score", spark);
        };
    }
}
