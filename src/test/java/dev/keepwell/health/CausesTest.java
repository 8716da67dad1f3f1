package dev.keepwell.health;

import static dev.keepwell.health.Given.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.Prospect.Edits;
import dev.keepwell.health.Prospect.Standing;
import dev.keepwell.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/// Usage and voice weigh the same at first, so the score is the mean of both.
class CausesTest {

    private static final Model BEFORE =
            Given.model(
                    Given.group("usage", 50, Given.measure("mau", 1)),
                    Given.group("voice", 50, Given.measure("nps", 1)));

    @Test
    void the_cause_is_the_edit_after_which_the_new_colour_stays() {
        var twice =
                ModelDiff.applied(BEFORE, List.of(weighed(300), banded(70, 50), banded(75, 50)));

        // 60 and 90: 75 is green; with six times as much usage 64.3 is yellow, whatever follows.
        assertThat(cause(facts("a", 60, 90), twice, weighed(300), banded(70, 50), banded(75, 50)))
                .containsExactly(Map.entry(new AccountId("a"), new Edits(0, 0)));
    }

    @Test
    void an_edit_that_a_later_one_takes_back_is_not_the_cause() {
        var differences = new Difference[] {banded(90, 50), banded(75, 50), weighed(300)};
        var after = ModelDiff.applied(BEFORE, List.of(differences));

        // Yellow by the first edit, green again by the second, and yellow for good by the third.
        assertThat(cause(facts("a", 60, 90), after, differences))
                .containsExactly(Map.entry(new AccountId("a"), new Edits(2, 2)));
    }

    @Test
    void each_account_has_a_cause_of_its_own() {
        var differences = new Difference[] {weighed(300), banded(75, 64)};
        var after = ModelDiff.applied(BEFORE, List.of(differences));
        var low = facts("b", 62, 62);

        var causes = causes(List.of(facts("a", 60, 90), low), after, differences);

        assertThat(causes)
                .containsOnly(
                        Map.entry(new AccountId("a"), new Edits(0, 0)),
                        Map.entry(new AccountId("b"), new Edits(1, 1)));
    }

    @Test
    void who_keeps_a_colour_has_no_cause() {
        var after = ModelDiff.applied(BEFORE, List.of(weighed(300)));

        assertThat(cause(facts("a", 90, 90), after, weighed(300))).isEmpty();
    }

    private static Map<AccountId, Edits> cause(Facts facts, Model after, Difference... edits) {
        return causes(List.of(facts), after, edits);
    }

    private static Map<AccountId, Edits> causes(
            List<Facts> facts, Model after, Difference... edits) {
        var before = Consequences.judge(BEFORE, facts, Map.of());
        var then = Consequences.judge(after, facts, Map.of());
        var prospects =
                IntStream.range(0, facts.size())
                        .mapToObj(it ->
                                new Prospect(
                                        facts.get(it).account(),
                                        Standing.of(before.get(it)),
                                        Standing.of(then.get(it)),
                                        null))
                        .toList();
        var stands =
                IntStream.range(0, facts.size())
                        .mapToObj(it -> new Ground.Stand(facts.get(it), prospects.get(it).before()))
                        .toList();
        var known = new Known(Set.of(), Set.of(), Set.of());
        var ground = new Ground(TODAY, 1, facts.size(), known, stands, Map.of());
        var movers = prospects.stream().filter(Prospect::isMover).toList();
        return new Causes(BEFORE, List.of(edits)).of(_ -> ground, movers);
    }

    private static Difference weighed(double usage) {
        return new Difference.GroupWeighed("usage", "Usage", 50, usage);
    }

    private static Difference banded(double green, double yellow) {
        return new Difference.Banded(Bands.DEFAULT, new Bands(green, yellow));
    }

    private static Facts facts(String account, double usage, double voice) {
        return Facts.of(
                new AccountId(account),
                TODAY,
                List.of(Given.is("mau", usage), Given.is("nps", voice)),
                Map.of());
    }
}
