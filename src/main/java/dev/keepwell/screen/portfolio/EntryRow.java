package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Band;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Entry.Care;
import dev.keepwell.screen.portfolio.Entry.Judge;
import dev.keepwell.screen.portfolio.Entry.Makeup;
import dev.keepwell.screen.portfolio.Entry.Part;
import dev.keepwell.screen.portfolio.Entry.Past;
import dev.keepwell.screen.portfolio.Entry.Pulse;
import dev.keepwell.screen.portfolio.Entry.Reason;
import dev.keepwell.screen.portfolio.Entry.Revenue;
import dev.keepwell.screen.portfolio.Entry.Score;
import dev.keepwell.screen.portfolio.Entry.Standing;
import dev.keepwell.screen.portfolio.Entry.Touch;
import dev.keepwell.screen.portfolio.Entry.Traits;
import dev.keepwell.screen.portfolio.Entry.Turn;
import dev.keepwell.screen.portfolio.Entry.Use;
import dev.keepwell.screen.portfolio.Entry.Weakest;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/// An entry as a row of the table, and back.
final class EntryRow {

    static final List<String> COLUMNS =
            List.of(
                    "workspace_id",
                    "account_id",
                    "reference",
                    "name",
                    "searched",
                    "is_customer",
                    "tier",
                    "segment",
                    "plan",
                    "csm",
                    "band",
                    "score_tenths",
                    "coverage",
                    "delta_tenths",
                    "reasons",
                    "spark",
                    "band_before",
                    "band_changed_on",
                    "weakest_group",
                    "weakest_tenths",
                    "mrr",
                    "mrr_moved",
                    "renewal_on",
                    "overdue_days",
                    "pulse",
                    "pulse_set_on",
                    "touch",
                    "touched_on",
                    "dau_mau",
                    "seats_used",
                    "seats_bought",
                    "seats_share",
                    "nps",
                    "sponsor",
                    "band_month_ago",
                    "score_tenths_month_ago",
                    "mrr_month_ago",
                    "group_names",
                    "group_scores",
                    "model_version",
                    "profile",
                    "profiles_matched");

    private static final JsonMapper JSON = JsonMapper.shared();

    private EntryRow() {}

    /// In the order of the columns.
    static List<@Nullable Object> cells(WorkspaceId workspace, Entry entry) {
        var cells = new ArrayList<@Nullable Object>();
        var traits = entry.traits();
        add(cells, workspace.value(), entry.account().value(), entry.reference(), entry.name());
        add(cells, searched(entry), traits.isCustomer(), traits.tier(), traits.segment());
        add(cells, traits.plan(), traits.csm());
        standing(cells, entry.standing());
        var revenue = entry.revenue();
        add(cells, revenue.mrr(), revenue.moved(), revenue.renewalOn(), revenue.overdueDays());
        care(cells, entry.care());
        var use = entry.use();
        add(cells, use.dauMau(), use.seatsUsed(), use.seatsBought(), share(use));
        add(cells, entry.care().nps(), entry.care().sponsor());
        makeup(cells, entry.standing().makeup(), revenue.monthAgo());
        return cells;
    }

    /// What a search looks through, in small letters.
    private static String searched(Entry entry) {
        return (entry.name() + '\n' + entry.reference()).toLowerCase(Locale.ROOT);
    }

    private static void standing(List<@Nullable Object> cells, Standing it) {
        switch (it.score()) {
            case Score.Scored(var published, var band, var coverage) ->
                    add(cells, band.word(), Tenths.of(published), coverage);
            case Score.Grey(var coverage) -> add(cells, Band.GREY.word(), null, coverage);
            case Score.NotJudged() -> add(cells, null, null, null);
        }
        var turn = it.turn();
        var weakest = it.weakest();
        add(cells, Tenths.of(it.delta30()), JSON.writeValueAsString(it.reasons()));
        add(cells, (Object) it.spark().stream().map(Tenths::of).toArray(Integer[]::new));
        add(cells, turn == null ? null : turn.before().word(), turn == null ? null : turn.on());
        add(cells, weakest == null ? null : weakest.group());
        add(cells, weakest == null ? null : Tenths.of(weakest.score()));
    }

    private static void makeup(
            List<@Nullable Object> cells, Makeup it, @Nullable BigDecimal mrrMonthAgo) {
        var past = it.monthAgo();
        add(cells, past == null ? null : past.band().word());
        add(cells, past == null ? null : Tenths.of(past.published()), mrrMonthAgo);
        add(cells, (Object) it.groups().stream().map(Part::group).toArray(String[]::new));
        add(cells, (Object) it.groups().stream().map(Part::score).toArray(Double[]::new));
        var judge = it.judge();
        add(cells, judge == null ? null : judge.version());
        add(cells, judge == null ? null : judge.profile());
        var matching = judge == null ? List.<String>of() : judge.matching();
        add(cells, (Object) matching.toArray(String[]::new));
    }

    private static void care(List<@Nullable Object> cells, Care it) {
        var pulse = it.pulse();
        add(cells, pulse == null ? null : PulseWord.points(pulse.colour()));
        add(cells, pulse == null ? null : pulse.setOn());
        switch (it.touch()) {
            case Touch.On(var day) -> add(cells, "touched", day);
            case Touch.Never() -> add(cells, "never", null);
            case Touch.Unknown() -> add(cells, "unknown", null);
        }
    }

    private static @Nullable Double share(Use use) {
        return use.seatsUsed() == null || use.seatsBought() == null || use.seatsBought() == 0
                ? null
                : (double) use.seatsUsed() / use.seatsBought();
    }

    private static void add(List<@Nullable Object> cells, @Nullable Object... more) {
        cells.addAll(Arrays.asList(more));
    }

    static Entry read(ResultSet row) throws SQLException {
        return new Entry(
                new AccountId(row.getString("account_id")),
                row.getString("reference"),
                row.getString("name"),
                new Traits(
                        row.getBoolean("is_customer"),
                        row.getString("tier"),
                        row.getString("segment"),
                        row.getString("plan"),
                        row.getString("csm")),
                standing(row),
                new Revenue(
                        row.getBigDecimal("mrr"),
                        row.getBigDecimal("mrr_moved"),
                        row.getBigDecimal("mrr_month_ago"),
                        row.getObject("renewal_on", LocalDate.class),
                        row.getObject("overdue_days", Integer.class)),
                care(row),
                new Use(
                        row.getObject("dau_mau", Double.class),
                        row.getObject("seats_used", Long.class),
                        row.getObject("seats_bought", Long.class)));
    }

    private static Standing standing(ResultSet row) throws SQLException {
        var before = row.getString("band_before");
        var turnedOn = row.getObject("band_changed_on", LocalDate.class);
        var group = row.getString("weakest_group");
        var weakest = Tenths.score(row.getObject("weakest_tenths", Integer.class));
        var spark = (@Nullable Integer[]) row.getArray("spark").getArray();
        return new Standing(
                score(row),
                Tenths.score(row.getObject("delta_tenths", Integer.class)),
                List.of(JSON.readValue(row.getString("reasons"), Reason[].class)),
                Arrays.stream(spark).<@Nullable Double>map(Tenths::score).toList(),
                before == null || turnedOn == null ? null : new Turn(Band.of(before), turnedOn),
                group == null || weakest == null ? null : new Weakest(group, weakest),
                makeup(row));
    }

    private static Makeup makeup(ResultSet row) throws SQLException {
        var names = (String[]) row.getArray("group_names").getArray();
        var scores = (Double[]) row.getArray("group_scores").getArray();
        var then = row.getString("band_month_ago");
        var published = Tenths.score(row.getObject("score_tenths_month_ago", Integer.class));
        return new Makeup(
                IntStream.range(0, names.length)
                        .mapToObj(it -> new Part(names[it], scores[it]))
                        .toList(),
                judge(row),
                then == null ? null : new Past(Band.of(then), published));
    }

    private static @Nullable Judge judge(ResultSet row) throws SQLException {
        var version = row.getObject("model_version", Integer.class);
        var matching = (String[]) row.getArray("profiles_matched").getArray();
        return version == null
                ? null
                : new Judge(version, row.getString("profile"), List.of(matching));
    }

    private static Score score(ResultSet row) throws SQLException {
        var band = row.getString("band");
        var published = Tenths.score(row.getObject("score_tenths", Integer.class));
        if (band == null) {
            return new Score.NotJudged();
        }
        return published == null
                ? new Score.Grey(row.getDouble("coverage"))
                : new Score.Scored(published, Band.of(band), row.getDouble("coverage"));
    }

    private static Care care(ResultSet row) throws SQLException {
        var pulse = row.getObject("pulse", Integer.class);
        var setOn = row.getObject("pulse_set_on", LocalDate.class);
        return new Care(
                pulse == null || setOn == null ? null : new Pulse(PulseWord.colour(pulse), setOn),
                touch(row),
                row.getString("sponsor"),
                row.getObject("nps", Double.class));
    }

    private static Touch touch(ResultSet row) throws SQLException {
        var day = row.getObject("touched_on", LocalDate.class);
        if (day != null) {
            return new Touch.On(day);
        }
        return row.getString("touch").equals("never") ? new Touch.Never() : new Touch.Unknown();
    }
}
