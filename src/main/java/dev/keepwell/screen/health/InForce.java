package dev.keepwell.screen.health;

import dev.keepwell.health.Clause;
import dev.keepwell.health.Model;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Profile;
import dev.keepwell.screen.health.Overview.Overlap;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Which model is in force, which of its profiles applies to how many accounts and why, where
/// profiles overlap, and who is still judged by an earlier version.
public record InForce(
        String title, String path, List<Rule> rules, List<String> overlaps, List<String> earlier) {

    public InForce {
        rules = List.copyOf(rules);
        overlaps = List.copyOf(overlaps);
        earlier = List.copyOf(earlier);
    }

    /// A profile in its place, whom it is for, and how many accounts it applies to.
    public record Rule(String place, String name, String says, String when, String accounts) {}

    static InForce of(Overview overview, ModelVersion version) {
        var model = version.model();
        return new InForce(
                "%s, version %d".formatted(model.title(), version.number()),
                "/health/models/" + model.name(),
                rules(overview, version),
                overview.overlaps().stream().map(it -> sentence(it, model)).toList(),
                earlier(overview, version.number()));
    }

    private static List<Rule> rules(Overview overview, ModelVersion version) {
        var profiles = version.model().profiles();
        var rules = new ArrayList<Rule>();
        for (var it : profiles) {
            rules.add(
                    new Rule(
                            "" + (rules.size() + 1),
                            it.name().replace('_', ' '),
                            it.says(),
                            it.when().stream()
                                    .map(Clause::text)
                                    .collect(Collectors.joining(" and ")),
                            accounts(overview, version.number(), it.name())));
        }
        rules.add(
                new Rule(
                        "",
                        Profile.NONE,
                        profiles.isEmpty() ? "It has no profiles." : "Where no profile applies.",
                        profiles.isEmpty() ? "every account" : "every other account",
                        accounts(overview, version.number(), Profile.NONE)));
        return rules;
    }

    private static String accounts(Overview overview, int version, String profile) {
        var accounts =
                overview.judged().stream()
                        .filter(it -> it.version() == version && it.profile().equals(profile))
                        .mapToLong(Overview.Judged::accounts)
                        .sum();
        return "%,d".formatted(accounts);
    }

    /// `12 accounts match Enterprise and Onboarding. Onboarding wins, priority 1.`
    private static String sentence(Overlap it, Model model) {
        var names = it.profiles().stream().map(name -> name.replace('_', ' ')).toList();
        var all = String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
        var first = it.profiles().getFirst();
        var priority = model.profiles().stream().map(Profile::name).toList().indexOf(first) + 1;
        return "%,d %s %s. %s wins, priority %d."
                .formatted(
                        it.accounts(),
                        it.accounts() == 1 ? "account matches" : "accounts match",
                        all,
                        names.getFirst(),
                        priority);
    }

    private static List<String> earlier(Overview overview, int inForce) {
        return overview.judged().stream()
                .filter(it -> it.version() != inForce)
                .collect(
                        Collectors.groupingBy(
                                Overview.Judged::version,
                                Collectors.summingLong(Overview.Judged::accounts)))
                .entrySet()
                .stream()
                .map(it ->
                        "%,d %s still judged by version %d, until the next run."
                                .formatted(
                                        it.getValue(),
                                        it.getValue() == 1 ? "account is" : "accounts are",
                                        it.getKey()))
                .toList();
    }
}
