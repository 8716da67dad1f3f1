package dev.keepwell.sample;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// A believable company that sells planning software by subscription, made from a seed and a day:
/// hundreds of accounts with two years behind them. The same seed and day give the same bytes.
public final class SampleCompany {

    /// Where and in what the sample company counts.
    public static final ZoneId ZONE = ZoneId.of("Europe/Madrid");

    /// Its currency. Who sells, and looks after its customers with Keepwell.
    public static final String NAME = "Lantern Software";

    public static final String CURRENCY = Revenue.CURRENCY;

    /// The seed unless somebody asks for another company.
    public static final long SEED = 1;

    /// Accounts beside the cast, which make it 600.
    public static final int OTHERS = 592;

    /// So many days ago it put its own curves in force.
    private static final int CURVES_SINCE = 152;

    private final long seed;
    private final Instant now;
    private final int others;

    /// `others` is how many accounts there are beside the cast, whom they do not touch.
    public SampleCompany(long seed, Instant now, int others) {
        this.seed = seed;
        this.now = now;
        this.others = others;
    }

    /// The last day of its story.
    public LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    /// The first day that its own curves judge; the days before are judged by the default model.
    public LocalDate curvesSince() {
        return today().minusDays(CURVES_SINCE);
    }

    /// Since when somebody reports what is used.
    public LocalDate usageSince() {
        return today().minusDays(Usage.FIRST_DAY);
    }

    /// Its model: the default one with two curves of its own.
    public static String model() {
        try (var text = SampleCompany.class.getResourceAsStream("/sample/model.yaml")) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Writes every file into the folder, and says what is in them.
    public Written write(Path folder) {
        var tally = new Tally();
        try (var book = new Book(folder)) {
            var scene = new Scene(new Calendar(today(), ZONE), book, tally);
            new Setting(scene).write();
            new Northwind(scene, seed).tell();
            var narrator = new Narrator(scene, seed);
            Cast.journeys().forEach(narrator::tell);
            new Portfolio(seed).draw(others).forEach(narrator::tell);
            var rows = new TreeMap<String, Integer>();
            book.rows().forEach((table, count) -> rows.put(table.file(), count));
            return new Written(rows, new FactSheet(today(), tally).facts());
        }
    }

    /// The files with their rows, and the figures that were counted on the way.
    public record Written(Map<String, Integer> rows, List<Fact> facts) {}
}
