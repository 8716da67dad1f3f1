package dev.keepwell.screen.account;

import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Cap;
import dev.keepwell.health.Clause;
import dev.keepwell.health.Model;
import dev.keepwell.health.Profile;
import dev.keepwell.health.Verdict;
import dev.keepwell.screen.frame.Figures;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// How much of a score is known and what is not, and which rules act on the score beside its
/// measures: caps, and the profile of the account.
public record Knowledge(
        Coverage coverage,
        List<Gap> gaps,
        List<Rule> caps,
        @Nullable String withoutCaps,
        Applied profile) {

    private static final double HUNDRED = 100;
    private static final double THIN = 0.8;

    public Knowledge {
        gaps = List.copyOf(gaps);
        caps = List.copyOf(caps);
    }

    /// The share that is known, of a hundred. Below 80 % a score rests on thin data.
    public record Coverage(String text, double share, boolean isThin) {}

    /// A cap in force; a binding one set the score. `answers` tells who answers for it, and until
    /// when it is asked.
    public record Rule(String says, String level, String answers, boolean isBinding) {}

    /// The profile that applies and why; `others` match as well, and come later.
    public record Applied(String name, String why, String others) {}

    /// `model` is the one in force for the account, and `whole` has all its profiles.
    static Knowledge of(Anatomy anatomy, Model model, Model whole, List<Gap> gaps) {
        var scored = anatomy.verdict() instanceof Verdict.Scored it ? it : null;
        return new Knowledge(
                coverage(anatomy.coverage()),
                gaps,
                anatomy.caps().stream().map(it -> rule(it, model)).toList(),
                scored != null && scored.capped() < scored.rounded()
                        ? Figures.score(BigDecimal.valueOf(scored.rounded()))
                        : null,
                applied(anatomy, whole));
    }

    static Coverage coverage(double coverage) {
        return new Coverage(
                Figures.percent(BigDecimal.valueOf(coverage)), coverage * HUNDRED, coverage < THIN);
    }

    private static Rule rule(Anatomy.ActiveCap active, Model model) {
        var cap = model.caps().stream().filter(it -> it.name().equals(active.cap())).findFirst();
        return new Rule(
                cap.map(Cap::says).orElse(active.cap()),
                "At most " + Figures.word(active.atMost()).toLowerCase(Locale.ROOT),
                cap.map(Knowledge::answers).orElse(""),
                active.isBinding());
    }

    private static String answers(Cap cap) {
        var owner = cap.owner() == null ? "" : " " + cap.owner() + " answers for it.";
        var expires =
                cap.expiresOn() == null
                        ? ""
                        : " Asked until %s.".formatted(Figures.day(cap.expiresOn()));
        return (owner + expires).strip();
    }

    private static Applied applied(Anatomy anatomy, Model whole) {
        var name = anatomy.judge().profile();
        var matching = whole.profiles().stream().filter(it -> it.matches(anatomy.facts())).toList();
        var others =
                matching.stream()
                        .map(Profile::name)
                        .filter(it -> !it.equals(name))
                        .map(it -> it.replace('_', ' '))
                        .collect(Collectors.joining(", "));
        return new Applied(
                name.replace('_', ' '),
                whole.profiles().stream()
                        .filter(it -> it.name().equals(name))
                        .findFirst()
                        .map(Knowledge::why)
                        .orElse(
                                whole.profiles().isEmpty()
                                        ? "The model has no profiles."
                                        : "No profile of the model matches this account."),
                others);
    }

    private static String why(Profile it) {
        var when = it.when().stream().map(Clause::text).collect(Collectors.joining(" and "));
        return "%s It applies because %s.".formatted(it.says(), when);
    }
}
