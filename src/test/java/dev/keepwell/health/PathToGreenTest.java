package dev.keepwell.health;

import static dev.keepwell.health.Given.facts;
import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.linear;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.PathToGreen.Ahead;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Status;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PathToGreenTest {

    private static final Curve DAILY = linear(0.02, 0, 0.40, 100);
    private static final Curve SHARE = linear(0, 0, 1, 100);

    /// The account of the design's example: six groups, of which usage opens to four measures.
    private static final Model SIX_GROUPS =
            model(
                    group(
                            "usage",
                            30,
                            measure("dau_mau_ratio", 30, DAILY),
                            measure("value_feature_breadth", 30, SHARE),
                            measure("licence_utilisation_rate", 25),
                            measure("value_feature_stickiness", 15)),
                    group(
                            "sentiment",
                            20,
                            measure("csm_pulse", 50),
                            measure("nps", 20),
                            measure("csat", 15),
                            measure("customer_sentiment", 15)),
                    group("engagement", 15, measure("touch_frequency", 1)),
                    group(
                            "relationship",
                            15,
                            measure("executive_sponsor_strength", 1),
                            measure("high_wide_index", 1)),
                    group("roi", 10, measure("outcome_attainment", 1)),
                    group("advocacy", 10, measure("advocacy_score", 1)));

    @Test
    void two_usage_measures_at_85_points_make_the_example_green() {
        var path = (Ahead) path(SIX_GROUPS, northwind());

        assertThat(path.next()).isEqualTo(Band.GREEN);
        assertThat(path.missing()).isEqualByComparingTo("5.7");
        assertThat(path.capsFirst()).isEmpty();
        assertThat(path.ways().stream().map(PathToGreenTest::text))
                .containsExactly(
                        "dau_mau_ratio AT_LEAST 0.343 for 85 (+3.42) and"
                                + " value_feature_breadth AT_LEAST 0.85 for 85 (+2.7) -> 75.42");
    }

    @Test
    void the_greatest_losses_come_first_and_add_up_to_what_is_missing_to_a_hundred() {
        var losses = path(SIX_GROUPS, northwind()).losses();

        assertThat(losses.stream().limit(3).map(it -> it.metric() + " " + it.lost()))
                .containsExactly(
                        "dau_mau_ratio 4.77",
                        "value_feature_breadth 4.05",
                        "outcome_attainment 3.4");
        assertThat(losses.stream().map(Loss::lost).reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualByComparingTo("30.7");
        assertThat(losses).allSatisfy(it -> assertThat(it.needed()).isNull());
    }

    @Test
    void a_single_change_is_named_when_one_is_enough() {
        var two =
                model(group("a", 1, measure("dau_mau_ratio", 1)), group("b", 1, measure("nps", 1)));

        var path = (Ahead) path(two, is("dau_mau_ratio", 70), is("nps", 74));

        assertThat(path.ways().stream().map(PathToGreenTest::text))
                .containsExactly("nps AT_LEAST 85 for 85 (+5.5) -> 77.5");
        var needed = path.losses().stream().map(Loss::needed);
        assertThat(needed)
                .containsExactly(
                        new Target(
                                Target.Side.AT_LEAST, new BigDecimal("76"), new BigDecimal("76")),
                        new Target(
                                Target.Side.AT_LEAST, new BigDecimal("80"), new BigDecimal("80")));
    }

    @Test
    void a_cap_in_force_has_to_be_lifted_first() {
        var cap = new Cap("notice", List.of(new Clause.Holds("notice")), Band.RED, "Notice.");
        var late = new Cap("late", List.of(new Clause.Holds("late")), Band.YELLOW, "Late.");
        var capped = model(List.of(cap, late), group("a", 1, measure("nps", 1)));
        var facts = facts(Map.of("notice", true, "late", true), is("nps", 80));
        var anatomy = Scoring.score(Given.version(capped), facts, Given.FRESH);

        var path = (Ahead) PathToGreen.of(anatomy, Given.version(capped));

        assertThat(path.next()).isEqualTo(Band.YELLOW);
        assertThat(path.missing()).isEqualByComparingTo("0");
        assertThat(path.capsFirst().stream().map(Anatomy.ActiveCap::cap)).containsExactly("notice");
        assertThat(path.ways()).isEmpty();
    }

    @Test
    void green_has_arrived_and_grey_has_no_path() {
        var one = model(group("a", 1, measure("nps", 1)));

        assertThat(path(one, is("nps", 75)))
                .isInstanceOf(PathToGreen.Arrived.class)
                .extracting(it -> it.losses().size())
                .isEqualTo(1);
        assertThat(path(one, Given.unknown("nps", Status.NO_DATA)))
                .isEqualTo(new PathToGreen.NoScore());
    }

    private static Observation[] northwind() {
        var seen = new ArrayList<Observation>();
        seen.add(is("dau_mau_ratio", 0.02 + 0.47 * 0.38));
        seen.add(is("value_feature_breadth", 0.55));
        seen.add(is("licence_utilisation_rate", 81.6));
        seen.add(is("value_feature_stickiness", 60));
        List.of("csm_pulse", "nps", "csat", "customer_sentiment")
                .forEach(it -> seen.add(is(it, 70)));
        seen.add(is("touch_frequency", 85));
        seen.add(is("executive_sponsor_strength", 74));
        seen.add(is("high_wide_index", 74));
        seen.add(is("outcome_attainment", 66));
        seen.add(is("advocacy_score", 68.5));
        return seen.toArray(Observation[]::new);
    }

    private static PathToGreen path(Model model, Observation... observed) {
        return PathToGreen.of(Given.score(model, observed), Given.version(model));
    }

    private static String text(Way way) {
        return way.steps().stream()
                        .map(it ->
                                "%s %s %s for %s (+%s)"
                                        .formatted(
                                                it.metric(),
                                                it.target().side(),
                                                it.target().value(),
                                                it.target().points(),
                                                it.gain()))
                        .collect(Collectors.joining(" and "))
                + " -> "
                + way.score();
    }
}
