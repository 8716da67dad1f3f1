package dev.keepwell.health;

import dev.keepwell.health.Hysteresis.State;
import dev.keepwell.kernel.AccountId;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Holds what is known now of published days, day after day, against what was said of them.
final class Hindsight {

    /// What a line says of an account that was published and was no customer, as is known now.
    static final String NO_CUSTOMER = "no_customer";

    /// Opens what was said about some accounts on a day.
    interface Said {
        Map<AccountId, Anatomy> on(Collection<AccountId> accounts, LocalDate day);
    }

    private final ModelVersion model;
    private final Said said;
    private final Map<AccountId, State> then;
    private final Map<AccountId, State> now;

    /// `then` is where the published bands stood before the first day, `now` where they would have
    /// stood.
    Hindsight(
            ModelVersion model, Said said, Map<AccountId, State> then, Map<AccountId, State> now) {
        this.model = model;
        this.said = said;
        this.then = new HashMap<>(then);
        this.now = new HashMap<>(now);
    }

    /// Those lines of the next day that come out otherwise than they were published.
    List<Anatomy> of(LocalDate day, List<Facts> facts, List<ScoreRow> published) {
        var lines =
                published.stream()
                        .collect(
                                Collectors.toMap(
                                        it -> new AccountId(it.key().account()),
                                        Function.identity()));
        var judged =
                facts.stream()
                        .map(it -> Scoring.score(model, it, stateOf(now, it.account())))
                        .toList();
        var changed = changed(day, judged, lines);
        var otherwise = new ArrayList<Anatomy>();
        for (var anatomy : judged) {
            var line = lines.remove(anatomy.account());
            if (changed.contains(anatomy.account()) || line == null || isElsewhere(anatomy, line)) {
                otherwise.add(anatomy);
                now.put(anatomy.account(), anatomy.state());
            } else {
                now.put(anatomy.account(), line.state());
            }
            remember(anatomy.account(), line);
        }
        lines.forEach((account, line) -> {
            otherwise.add(noCustomer(account, day));
            remember(account, line);
        });
        return otherwise;
    }

    /// Whether the account was no customer on the day, as is known now.
    static boolean isNoCustomer(Anatomy anatomy) {
        return anatomy.warnings().contains(NO_CUSTOMER);
    }

    /// Those whose facts are others than were published. The hash tells most of them apart, and the
    /// rest are opened.
    private Set<AccountId> changed(
            LocalDate day, List<Anatomy> judged, Map<AccountId, ScoreRow> lines) {
        var suspects =
                judged.stream()
                        .filter(it -> lines.containsKey(it.account()))
                        .filter(it -> !hash(it).equals(hashOf(lines.get(it.account()))))
                        .toList();
        if (suspects.isEmpty()) {
            return Set.of();
        }
        var opened = said.on(suspects.stream().map(Anatomy::account).toList(), day);
        return suspects.stream()
                .filter(it -> isOther(it, opened.get(it.account())))
                .map(Anatomy::account)
                .collect(Collectors.toSet());
    }

    private static boolean isOther(Anatomy now, @Nullable Anatomy then) {
        return then == null
                || !then.facts().conditions().equals(now.facts().conditions())
                || !content(then).equals(content(now))
                || !beside(then).equals(beside(now));
    }

    /// That a value may still change is no part of what it says.
    private static List<Observation> content(Anatomy anatomy) {
        return anatomy.facts().observations().values().stream().map(Hindsight::settled).toList();
    }

    private static Circumstances beside(Anatomy anatomy) {
        var beside = anatomy.facts().beside();
        var baselines = new HashMap<>(beside.baselines());
        baselines.replaceAll((_, it) -> settled(it));
        return Circumstances.of(beside.traits(), baselines, beside.standings(), beside.override());
    }

    private static Observation settled(Observation observation) {
        return observation instanceof Observation.Measured it && it.status() == Status.PROVISIONAL
                ? it.with(Status.OK)
                : observation;
    }

    /// With the same facts, whether the band comes from elsewhere and stands elsewhere.
    private boolean isElsewhere(Anatomy anatomy, ScoreRow line) {
        var account = anatomy.account();
        return !stateOf(now, account).equals(stateOf(then, account))
                && !(anatomy.state().equals(line.state())
                        && anatomy.verdict().equals(line.verdict()));
    }

    private void remember(AccountId account, @Nullable ScoreRow line) {
        if (line != null) {
            then.put(account, line.state());
        }
    }

    private Anatomy noCustomer(AccountId account, LocalDate day) {
        var nothing = Facts.of(account, day, List.of(), Map.of());
        var it = Scoring.score(model, nothing, new State.Fresh());
        return new Anatomy(
                it.judge(),
                it.facts(),
                it.groups(),
                it.coverage(),
                it.caps(),
                it.verdict(),
                it.state(),
                List.of(NO_CUSTOMER));
    }

    private static String hash(Anatomy anatomy) {
        return anatomy.judge().inputHash();
    }

    private static String hashOf(@Nullable ScoreRow line) {
        return line == null ? "" : line.notes().inputHash();
    }

    private static State stateOf(Map<AccountId, State> states, AccountId account) {
        return states.getOrDefault(account, new State.Fresh());
    }
}
