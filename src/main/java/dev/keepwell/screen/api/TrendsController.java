package dev.keepwell.screen.api;

import dev.keepwell.health.Models;
import dev.keepwell.health.PastDays;
import dev.keepwell.health.Scores;
import dev.keepwell.health.Trend;
import dev.keepwell.health.Trends;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Tells which way the score of an account goes.
@RestController
class TrendsController {

    /// Over a week, a month and a quarter, under the present rules, which are in force since
    /// `rules_since` where that lies in the quarter.
    record Answer(
            String account, LocalDate asOf, @Nullable LocalDate rulesSince, List<Line> trends) {}

    /// One span: the change in points since a day, which way that is, and the points a day.
    record Line(
            int days,
            @Nullable LocalDate since,
            @Nullable Double change,
            @Nullable String way,
            @Nullable Double slope) {

        static Line of(Trend it) {
            var way = it.way();
            return new Line(
                    it.span().days(),
                    it.since(),
                    it.change(),
                    way == null ? null : way.word(),
                    it.slope());
        }
    }

    private final AccountRef ref;
    private final Scores scores;
    private final PastDays past;
    private final Models models;

    TrendsController(AccountRef ref, Scores scores, PastDays past, Models models) {
        this.ref = ref;
        this.scores = scores;
        this.past = past;
        this.models = models;
    }

    @GetMapping({AccountRef.OURS + "/health/trends", AccountRef.THEIRS + "/health/trends"})
    Answer trends(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf) {
        var account = ref.find(workspace, path);
        var found =
                asOf == null
                        ? scores.newest(workspace, account.id())
                        : scores.on(workspace, account.id(), asOf);
        var now =
                found.orElseThrow(() ->
                        Refusal.unknown(
                                "day_not_closed",
                                "%s was not scored then, or not yet.".formatted(account.name())));
        var before = new Period(Trends.firstDay(now.day()), now.day());
        var trends =
                Trends.of(
                        now,
                        past.of(workspace, account.id(), before),
                        it -> models.version(workspace, it).orElseThrow());
        return new Answer(
                account.id().value(),
                now.day(),
                trends.changedOn(),
                trends.trends().stream().map(Line::of).toList());
    }
}
