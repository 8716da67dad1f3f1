package dev.keepwell.health;

import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static dev.keepwell.health.Given.score;
import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.Change.Cause;
import dev.keepwell.health.Change.Line;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AttributionTest {

    private static final double SIX_DECIMALS = 5e-7;

    private static final Model MODEL =
            model(
                    group(
                            "usage",
                            50,
                            measure("dau_mau_ratio", 60),
                            measure("licence_utilisation_rate", 40)),
                    group("voice", 30, measure("nps", 100)),
                    group(
                            "people",
                            20,
                            measure("csm_pulse", 50),
                            measure("days_since_last_communication", 50)));

    private static final Anatomy BEFORE =
            score(
                    MODEL,
                    is("dau_mau_ratio", 80),
                    is("licence_utilisation_rate", 60),
                    is("nps", 90),
                    is("csm_pulse", 100),
                    is("days_since_last_communication", 70));

    private static final Anatomy AFTER =
            score(
                    MODEL,
                    is("dau_mau_ratio", 50),
                    is("licence_utilisation_rate", 60),
                    is("csm_pulse", 50),
                    is("days_since_last_communication", 70));

    @Test
    void each_measure_shows_what_its_value_and_its_weight_did() {
        assertThat(scored(BEFORE).raw()).isEqualTo(80.0, within(1e-9));
        assertThat(scored(AFTER).raw()).isEqualTo(55.7142857, within(5e-8));

        var change = Attribution.between(BEFORE, AFTER).orElseThrow();

        check(change, "dau_mau_ratio", .30, .4285714, -10.928571, -0.367347);
        check(change, "licence_utilisation_rate", .20, .2857143, 0, -0.673469);
        check(change, "nps", .30, 0, 0, -6.642857);
        check(change, "csm_pulse", .10, .1428571, -6.071429, 0.306122);
        check(change, "days_since_last_communication", .10, .1428571, 0, 0.091837);
    }

    @Test
    void the_lines_add_up_to_the_change_and_a_group_to_its_measures() {
        var change = Attribution.between(BEFORE, AFTER).orElseThrow();

        assertThat(sum(change)).isEqualTo(55.7 - 80.0, within(1e-9));
        assertThat(ofMeasures(change)).isEqualTo(-24.285714, within(SIX_DECIMALS));
        var groups = change.groups();
        assertThat(groups.keySet()).containsExactly("usage", "voice", "people");
        assertThat(groups.get("usage")).isEqualTo(-11.295918 - 0.673469, within(1e-6));
        assertThat(groups.get("voice")).isEqualTo(-6.642857, within(SIX_DECIMALS));
        assertThat(groups.get("people")).isEqualTo(-5.765306 + 0.091837, within(1e-6));
    }

    @Test
    void printed_lines_still_add_up() {
        var exact = List.of(-11.295918, -0.673469, -6.642857, -5.765306, 0.091837);

        assertThat(Change.printed(exact)).containsExactly(-11.3, -0.7, -6.6, -5.8, 0.1);
        assertThat(Change.printed(List.of(1 / 3.0, 1 / 3.0, 1 / 3.0))).containsExactly(.4, .3, .3);
        assertThat(Change.printed(List.of())).isEmpty();
    }

    @Test
    void a_cap_has_a_line_of_its_own() {
        var cap = new Clause.Holds("cancel_notice");
        var caps = List.of(new Cap("cancel_notice", List.of(cap), Band.RED, "They gave notice."));
        var capped = model(caps, group("usage", 1, measure("a", 1)));
        var before = score(capped, is("a", 82.34));
        var facts = Given.facts(Map.of("cancel_notice", true), is("a", 82.34));
        var after = Scoring.score(Given.version(capped), facts, Given.FRESH);

        var change = Attribution.between(before, after).orElseThrow();

        assertThat(change.lines())
                .filteredOn(it -> it.points() != 0)
                .containsExactly(new Line.OfScore(Cause.CAPS, 49.9 - 82.3));
        assertThat(change.to()).isEqualTo(new Change.Point(Given.TODAY, 49.9));
    }

    @Test
    void a_new_model_answers_for_what_it_makes_of_the_old_facts() {
        var second = new ModelVersion(2, "other", model(group("people", 1, measure("b", 1))));
        var first = Given.version(model(group("usage", 1, measure("a", 1))));
        var oldFacts = Given.facts(is("a", 80), is("b", 50));
        var before = Scoring.score(first, oldFacts, Given.FRESH);
        var after = Scoring.score(second, Given.facts(is("b", 60)), Given.FRESH);

        var change = Attribution.across(before, oldFacts, after, second).orElseThrow();

        assertThat(change.lines())
                .filteredOn(it -> it.points() != 0)
                .containsExactly(
                        new Line.OfScore(Cause.CONFIG, -30),
                        new Line.OfMeasure(
                                Cause.VALUE,
                                "people",
                                after.measures().toList().getFirst().metric(),
                                10));
    }

    @Test
    void a_grey_day_has_no_number_to_explain() {
        assertThat(Attribution.between(BEFORE, score(MODEL))).isEmpty();
    }

    private static void check(
            Change change,
            String measure,
            double before,
            double after,
            double value,
            double weight) {
        assertThat(effectiveWeight(BEFORE, measure)).isEqualTo(before, within(5e-8));
        assertThat(effectiveWeight(AFTER, measure)).isEqualTo(after, within(5e-8));
        assertThat(points(change, measure, Cause.VALUE)).isEqualTo(value, within(SIX_DECIMALS));
        assertThat(points(change, measure, Cause.WEIGHT)).isEqualTo(weight, within(SIX_DECIMALS));
    }

    private static double effectiveWeight(Anatomy anatomy, String measure) {
        return anatomy.measures()
                .filter(it -> it.metric().value().equals(measure))
                .mapToDouble(MeasureScore::effectiveWeight)
                .sum();
    }

    private static double points(Change change, String measure, Cause cause) {
        return measureLines(change)
                .filter(it -> it.measure().value().equals(measure) && it.cause() == cause)
                .mapToDouble(Line.OfMeasure::points)
                .sum();
    }

    private static double ofMeasures(Change change) {
        return measureLines(change).mapToDouble(Line.OfMeasure::points).sum();
    }

    private static Stream<Line.OfMeasure> measureLines(Change change) {
        return change.lines().stream()
                .filter(Line.OfMeasure.class::isInstance)
                .map(Line.OfMeasure.class::cast);
    }

    private static double sum(Change change) {
        return change.lines().stream().mapToDouble(Line::points).sum();
    }
}
