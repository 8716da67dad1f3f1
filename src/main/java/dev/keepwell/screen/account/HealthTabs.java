package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Band;
import dev.keepwell.health.Change;
import dev.keepwell.health.Models;
import dev.keepwell.health.PastDays;
import dev.keepwell.health.PathToGreen;
import dev.keepwell.health.ScoreCourse;
import dev.keepwell.health.ScoreSeries.Day.Judged;
import dev.keepwell.health.Scores;
import dev.keepwell.health.Trends;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Finds out what the health page of an account tells.
@Component
final class HealthTabs {

    private static final String NO_SCORE =
            "One of the two days has no score. Choose another span, or close more days.";

    private final Scores scores;
    private final ScoreCourse course;
    private final PastDays past;
    private final SegmentMedians medians;
    private final Models models;
    private final Catalogue catalogue;
    private final Portfolio portfolio;

    HealthTabs(
            Scores scores,
            ScoreCourse course,
            PastDays past,
            SegmentMedians medians,
            Models models,
            Catalogue catalogue) {
        this.scores = scores;
        this.course = course;
        this.past = past;
        this.medians = medians;
        this.models = models;
        this.catalogue = catalogue;
        this.portfolio = medians.portfolio();
    }

    HealthTab of(WorkspaceId workspace, Account account, Anatomy now, HealthQuestion asked) {
        var entry = portfolio.of(workspace, List.of(account.id())).get(account.id());
        var line = new Period(asked.range().before(now.day()), now.day().plusDays(1));
        var from = change(workspace, now, asked.since(), entry);
        var days = days(workspace, now, line.start());
        var restated = past.restated(workspace, account.id(), line);
        var told = asked.series() == Standpoint.RESTATED ? overlaid(days, restated) : days;
        var whole = models.version(workspace, now.judge().version()).orElseThrow();
        return HealthTab.of(
                new HealthTab.Findings(
                        now,
                        models.judgeOf(workspace, now),
                        whole,
                        course.of(workspace, account.id(), line, asked.series().series()),
                        days,
                        Trends.of(now, days, it -> models.version(workspace, it).orElseThrow()),
                        medians.beside(workspace, entry, line, told).with(restated.size()),
                        from.flatMap(it -> scores.change(workspace, it, now)).orElse(null),
                        unexplained(asked.since(), now, from),
                        asked.sort(),
                        new WhoActs(entry == null ? null : entry.traits().csm(), catalogue),
                        catalogue));
    }

    /// The days with what is known now in the place of what was said.
    private static List<Anatomy> overlaid(List<Anatomy> said, List<Anatomy> restated) {
        var known = new TreeMap<LocalDate, Anatomy>();
        said.forEach(it -> known.put(it.day(), it));
        restated.forEach(it -> known.put(it.day(), it));
        return List.copyOf(known.values());
    }

    GreenBox green(WorkspaceId workspace, Anatomy now) {
        var model = models.judgeOf(workspace, now);
        return GreenBox.of(PathToGreen.of(now, model), model.model(), catalogue);
    }

    /// As far back as the line goes, and at least as trends do.
    private List<Anatomy> days(WorkspaceId workspace, Anatomy now, LocalDate line) {
        var trends = Trends.firstDay(now.day());
        var first = line.isBefore(trends) ? line : trends;
        var days = new ArrayList<>(past.of(workspace, now.account(), new Period(first, now.day())));
        days.add(now);
        return days;
    }

    Optional<Change> month(WorkspaceId workspace, Anatomy now) {
        return change(workspace, now, Since.MONTH, null)
                .flatMap(it -> scores.change(workspace, it, now));
    }

    /// Where the change is counted from.
    private Optional<Anatomy> change(
            WorkspaceId workspace, Anatomy now, Since since, @Nullable Entry entry) {
        return day(workspace, now, since, entry)
                .flatMap(it -> scores.on(workspace, now.account(), it));
    }

    private Optional<LocalDate> day(
            WorkspaceId workspace, Anatomy now, Since since, @Nullable Entry entry) {
        return switch (since) {
            case WEEK -> Optional.of(now.day().minusDays(7));
            case MONTH -> Optional.of(now.day().minusDays(30));
            case QUARTER -> Optional.of(now.day().minusDays(90));
            case GREEN -> lastGreen(workspace, now);
            case TOUCH ->
                    entry != null
                                    && entry.care().touch() instanceof Entry.Touch.On(var day)
                                    && day.isBefore(now.day())
                            ? Optional.of(day)
                            : Optional.empty();
        };
    }

    /// Of an account that is green now there is nothing to explain.
    private Optional<LocalDate> lastGreen(WorkspaceId workspace, Anatomy now) {
        if (now.band() == Band.GREEN) {
            return Optional.empty();
        }
        var year = new Period(Stretch.YEAR.before(now.day()), now.day());
        return course.of(workspace, now.account(), year).days().stream()
                .filter(it -> it instanceof Judged judged && judged.verdict().band() == Band.GREEN)
                .map(it -> it.day())
                .reduce((_, later) -> later);
    }

    private static String unexplained(Since since, Anatomy now, Optional<Anatomy> from) {
        if (from.isPresent()) {
            return NO_SCORE;
        }
        return switch (since) {
            case WEEK, MONTH, QUARTER -> NO_SCORE;
            case GREEN ->
                    now.band() == Band.GREEN
                            ? "The account is green now."
                            : "The account was not green on any day of the last 13 months.";
            case TOUCH ->
                    "Nobody has spoken to the account before this day, as far as records tell, or"
                            + " the day of the last touch has no score.";
        };
    }
}
