package dev.keepwell.screen.accounts;

import dev.keepwell.health.Band;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.frame.Figures;
import dev.keepwell.screen.frame.Spark;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Gathered;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Writes what an entry says into cells.
record Cells(Gathered gathered, Catalogue catalogue) {

    private static final String NO_DATA = "No data";
    private static final int PULSE_DAYS = 30;
    private static final int LATE_DAYS = 30;
    private static final double FULL = 0.95;

    /// A change of fewer points than this in 30 days has no direction.
    private static final double LEVEL = 5;

    Cell of(Column column, Entry entry) {
        return switch (column) {
            case ACCOUNT -> account(entry);
            case HEALTH -> health(entry.standing());
            case CHANGE -> change(entry.standing());
            case MRR -> mrr(entry.revenue());
            case RENEWAL -> renewal(entry.revenue().renewalOn());
            case OWNER -> text(entry.traits().csm(), "Nobody");
            case PULSE -> pulse(entry.care().pulse());
            case TOUCH -> touch(entry.care().touch());
            case COVERAGE -> coverage(entry.standing().score());
            case USAGE -> share(entry.use().dauMau());
            case LICENCES -> licences(entry.use());
            case NPS -> nps(entry.care().nps());
            case OVERDUE -> overdue(entry.revenue().overdueDays());
            case SPONSOR -> sponsor(entry.care().sponsor());
        };
    }

    private static Cell account(Entry entry) {
        var id = entry.account().value();
        var traits = entry.traits();
        var under = traits.plan() == null ? entry.reference() : traits.plan();
        return new Cell.Account(
                "/accounts/" + id,
                "/account-peeks/" + id,
                entry.name(),
                initials(entry.name()),
                traits.isCustomer() ? under : "No customer",
                traits.segment() == null ? "" : traits.segment().replace('_', ' '));
    }

    static String initials(String name) {
        return Arrays.stream(name.strip().split("\\s+"))
                .filter(it -> !it.isEmpty())
                .limit(2)
                .map(it -> it.substring(0, it.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    static Cell health(Entry.Standing standing) {
        var spark = spark(standing);
        var trend = "Scores of the last 30 days";
        return switch (standing.score()) {
            case Entry.Score.Scored(var published, var band, _) -> {
                var score = Figures.score(BigDecimal.valueOf(published));
                var said = "Health: %s, %s of 100".formatted(Figures.word(band), score);
                yield new Cell.Health(band, score, spark, said, trend);
            }
            case Entry.Score.Grey(var coverage) -> {
                var said = "No score: %s known".formatted(percent(coverage));
                yield new Cell.Health(Band.GREY, "No score", spark, said, trend);
            }
            case Entry.Score.NotJudged() -> new Cell.Missing("n/a");
        };
    }

    static Spark spark(Entry.Standing standing) {
        var scores = new ArrayList<@Nullable BigDecimal>();
        standing.spark().forEach(it -> scores.add(it == null ? null : BigDecimal.valueOf(it)));
        return new Spark(scores);
    }

    private Cell change(Entry.Standing standing) {
        var delta = standing.delta30();
        if (delta == null) {
            return new Cell.Missing(NO_DATA);
        }
        var way =
                Math.abs(delta) < LEVEL ? Cell.Way.LEVEL : delta > 0 ? Cell.Way.UP : Cell.Way.DOWN;
        return new Cell.Change(signed(delta), way, reasons(standing));
    }

    /// `DAU/MAU −4.1, NPS −1.2`.
    String reasons(Entry.Standing standing) {
        return standing.reasons().stream()
                .map(it -> title(it) + " " + signed(it.points()))
                .collect(Collectors.joining(", "));
    }

    String title(Entry.Reason reason) {
        return reason.title(catalogue);
    }

    private static String word(String small) {
        return small.substring(0, 1).toUpperCase(Locale.ROOT) + small.substring(1);
    }

    static String signed(double points) {
        return Figures.signed(BigDecimal.valueOf(points), 1);
    }

    private Cell mrr(Entry.Revenue revenue) {
        var mrr = revenue.mrr();
        if (mrr == null) {
            return new Cell.Missing(NO_DATA);
        }
        var currency = gathered.currency();
        var text = Figures.money(mrr, currency);
        var full = Figures.moneyInFull(mrr, currency);
        var moved = revenue.moved();
        if (moved == null || moved.signum() == 0) {
            return new Cell.Text(text, "", full, false);
        }
        var by = Figures.moneyInFull(moved.abs(), currency);
        var way = moved.signum() > 0 ? "up" : "down";
        var arrow = moved.signum() > 0 ? "↗" : "↘";
        return new Cell.Text(text, arrow, "%s, %s %s this month".formatted(full, way, by), false);
    }

    private Cell renewal(@Nullable LocalDate due) {
        if (due == null) {
            return new Cell.Missing("None due");
        }
        var today = gathered.day();
        var left = Figures.countdown(today, due);
        return new Cell.Text(Figures.day(due), left, null, due.isBefore(today));
    }

    Cell pulse(Entry.@Nullable Pulse pulse) {
        if (pulse == null) {
            return new Cell.Missing("Never set");
        }
        var days = ago(pulse.setOn());
        var word = Figures.word(pulse.colour());
        return new Cell.Pulse(pulse.colour(), word, days + " d", days > PULSE_DAYS);
    }

    Cell touch(Entry.Touch touch) {
        return switch (touch) {
            case Entry.Touch.On(var day) ->
                    new Cell.Text(ago(day) + " d", "", "On " + Figures.day(day), false);
            case Entry.Touch.Never() -> Cell.Text.of("Never");
            case Entry.Touch.Unknown() -> new Cell.Missing(NO_DATA);
        };
    }

    private static Cell coverage(Entry.Score score) {
        return switch (score) {
            case Entry.Score.Scored(_, _, var coverage) -> Cell.Text.of(percent(coverage));
            case Entry.Score.Grey(var coverage) -> Cell.Text.of(percent(coverage));
            case Entry.Score.NotJudged() -> new Cell.Missing("n/a");
        };
    }

    private static Cell share(@Nullable Double fraction) {
        return fraction == null ? new Cell.Missing(NO_DATA) : Cell.Text.of(percent(fraction));
    }

    private static Cell licences(Entry.Use use) {
        var used = use.seatsUsed();
        var bought = use.seatsBought();
        if (used == null || bought == null) {
            return new Cell.Missing(NO_DATA);
        }
        var note = used > FULL * bought ? "expansion?" : "";
        return Cell.Text.of("%,d / %,d".formatted(used, bought), note);
    }

    private static Cell nps(@Nullable Double nps) {
        return nps == null
                ? new Cell.Missing(NO_DATA)
                : Cell.Text.of(Figures.signed(BigDecimal.valueOf(nps), 0));
    }

    private static Cell overdue(@Nullable Integer days) {
        if (days == null) {
            return new Cell.Missing(NO_DATA);
        }
        return days == 0
                ? Cell.Text.of("On time")
                : new Cell.Text(days + " d", "", null, days > LATE_DAYS);
    }

    private static Cell sponsor(@Nullable String standing) {
        return switch (standing) {
            case null -> new Cell.Missing(NO_DATA);
            case "ok" -> Cell.Text.of("OK");
            case "left" -> new Cell.Text("Left", "", null, true);
            case String it -> Cell.Text.of(word(it));
        };
    }

    private static Cell text(@Nullable String text, String otherwise) {
        return text == null ? new Cell.Missing(otherwise) : Cell.Text.of(text);
    }

    private long ago(LocalDate day) {
        return ChronoUnit.DAYS.between(day, gathered.day());
    }

    private static String percent(double fraction) {
        return Figures.percent(BigDecimal.valueOf(fraction));
    }
}
