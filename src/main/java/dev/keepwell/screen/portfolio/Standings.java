package dev.keepwell.screen.portfolio;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Attribution;
import dev.keepwell.health.Band;
import dev.keepwell.health.Change;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.GroupScore;
import dev.keepwell.health.Ledger;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Models;
import dev.keepwell.health.Profile;
import dev.keepwell.health.Verdict;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Entry.Judge;
import dev.keepwell.screen.portfolio.Entry.Makeup;
import dev.keepwell.screen.portfolio.Entry.Part;
import dev.keepwell.screen.portfolio.Entry.Past;
import dev.keepwell.screen.portfolio.Entry.Reason;
import dev.keepwell.screen.portfolio.Entry.Score;
import dev.keepwell.screen.portfolio.Entry.Standing;
import dev.keepwell.screen.portfolio.Entry.Weakest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Tells how accounts stand: their newest score, and from the ledger how they came to it.
@Component
final class Standings {

    static final Standing NOT_JUDGED =
            new Standing(
                    new Score.NotJudged(),
                    null,
                    List.of(),
                    Collections.nCopies(Month.SPARK_DAYS, null),
                    null,
                    null,
                    Makeup.UNKNOWN);

    private static final int REASONS_MAX = 2;

    private final CurrentScores current;
    private final Ledger ledger;
    private final Models models;

    Standings(CurrentScores current, Ledger ledger, Models models) {
        this.current = current;
        this.ledger = ledger;
        this.models = models;
    }

    /// Those of the accounts that have one, which are neighbours in the order of their ids.
    Map<AccountId, Standing> of(WorkspaceId workspace, List<AccountId> accounts, LocalDate day) {
        var now = current.of(workspace, accounts);
        var period = new Period(Month.firstDay(day), day);
        var past = ledger.series(workspace, accounts, period);
        var months = new HashMap<AccountId, Month>();
        now.forEach((account, it) ->
                months.put(account, new Month(it, past.getOrDefault(account, List.of()))));
        var then = then(workspace, months);
        var standings = new HashMap<AccountId, Standing>();
        var judges = new HashMap<Integer, ModelVersion>();
        months.forEach((account, month) -> {
            var version = month.now().judge().version();
            var judge =
                    judges.computeIfAbsent(
                            version, it -> models.version(workspace, it).orElseThrow());
            standings.put(account, standing(judge, month, then.get(account)));
        });
        past.forEach((account, points) -> {
            if (!standings.containsKey(account)) {
                standings.put(account, gone(points, day));
            }
        });
        return standings;
    }

    /// Each account's score at the start of its month, with everything behind it.
    private Map<AccountId, Anatomy> then(WorkspaceId workspace, Map<AccountId, Month> months) {
        var byDay = new HashMap<LocalDate, List<AccountId>>();
        months.forEach((account, month) ->
                month.start()
                        .ifPresent(it ->
                                byDay.computeIfAbsent(it.day(), _ -> new ArrayList<>())
                                        .add(account)));
        var then = new HashMap<AccountId, Anatomy>();
        byDay.forEach((day, accounts) -> then.putAll(ledger.on(workspace, accounts, day)));
        return then;
    }

    private static Standing standing(ModelVersion judge, Month month, @Nullable Anatomy then) {
        var now = month.now();
        return new Standing(
                score(now),
                month.delta().orElse(null),
                then == null ? List.of() : reasons(change(judge, then, now)),
                month.spark(),
                month.turn().orElse(null),
                weakest(now).orElse(null),
                makeup(month, judge));
    }

    /// Who has no score any more had one, and the distribution of that day counts it.
    private static Standing gone(List<Ledger.Point> points, LocalDate day) {
        var then = Month.on(points, Month.before(day)).map(Standings::past).orElse(null);
        return new Standing(
                NOT_JUDGED.score(),
                null,
                List.of(),
                NOT_JUDGED.spark(),
                null,
                null,
                new Makeup(List.of(), null, then));
    }

    private static Past past(Ledger.Point it) {
        return switch (it.verdict()) {
            case Verdict.Grey _ -> new Past(Band.GREY, null);
            case Verdict.Scored scored -> new Past(scored.band(), scored.published());
        };
    }

    private static Makeup makeup(Month month, ModelVersion model) {
        var now = month.now();
        var groups =
                now.groups().stream()
                        .filter(GroupScore::isUsed)
                        .map(it -> new Part(it.group(), it.score().orElse(0)))
                        .toList();
        var then = Month.on(month.closed(), Month.before(now.day())).map(Standings::past);
        var matching =
                model.model().profiles().stream()
                        .filter(it -> it.matches(now.facts()))
                        .map(Profile::name)
                        .toList();
        var judge = new Judge(model.number(), now.judge().profile(), matching);
        return new Makeup(groups, judge, then.orElse(null));
    }

    private static Score score(Anatomy now) {
        return switch (now.verdict()) {
            case Verdict.Grey _ -> new Score.Grey(now.coverage());
            case Verdict.Scored it -> new Score.Scored(it.published(), it.band(), now.coverage());
        };
    }

    /// Where the rules changed in between, their part is told apart, as far as the ledger's own
    /// facts of the old day can tell.
    private static Optional<Change> change(ModelVersion judge, Anatomy then, Anatomy now) {
        return then.judge().isSame(now.judge())
                ? Attribution.between(then, now)
                : Attribution.across(then, then.facts(), now, judge);
    }

    private static List<Reason> reasons(Optional<Change> change) {
        var reasons = new HashMap<Reason, Double>();
        change.stream()
                .flatMap(it -> it.lines().stream())
                .forEach(it -> reasons.merge(about(it), it.points(), Double::sum));
        return reasons.entrySet().stream()
                .map(it -> told(it.getKey(), it.getValue()))
                .filter(it -> it.points() != 0)
                .sorted(
                        Comparator.comparingDouble((Reason it) -> -Math.abs(it.points()))
                                .thenComparing(Reason::toString))
                .limit(REASONS_MAX)
                .toList();
    }

    /// What a measure did by its value and by its weight is one reason to a reader.
    private static Reason about(Change.Line line) {
        return switch (line) {
            case Change.Line.OfMeasure(_, var group, var measure, _) ->
                    new Reason("measure", group, measure.value(), 0);
            case Change.Line.OfScore(var cause, _) -> new Reason(cause.word(), null, null, 0);
        };
    }

    private static Reason told(Reason reason, double points) {
        return new Reason(reason.cause(), reason.group(), reason.measure(), Tenths.rounded(points));
    }

    private static Optional<Weakest> weakest(Anatomy now) {
        return now.groups().stream()
                .filter(GroupScore::isUsed)
                .map(it -> new Weakest(it.group(), Tenths.rounded(it.score().orElse(0))))
                .min(Comparator.comparingDouble(Weakest::score));
    }
}
