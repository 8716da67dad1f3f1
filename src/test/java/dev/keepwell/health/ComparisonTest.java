package dev.keepwell.health;

import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.linear;
import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.health.Curve.Percentile.Peers;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import dev.keepwell.metric.Observation;
import dev.keepwell.metric.Trait;
import java.math.BigDecimal;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Curves that look at more than the value: peers, the account's own past, its age.
class ComparisonTest {

    private static final MetricName MAU = new MetricName("mau");

    @Test
    void who_is_equal_counts_by_half() {
        var reference =
                new References.Reference("2025-Q2 all", List.of(10.0, 20.0, 20.0, 30.0, 40.0));

        assertThat(reference.standing(20).percentile()).isEqualTo(40.0);
        assertThat(reference.standing(5).percentile()).isEqualTo(0);
        assertThat(reference.standing(41).percentile()).isEqualTo(100);
    }

    @Test
    void twenty_peers_make_a_distribution_and_nineteen_do_not() {
        var curve = new Curve.Percentile(Peers.ALL, linear(0, 0, 100, 100));

        assertThat(points(curve, 33, among(20))).isEqualTo(100);
        assertThat(points(curve, 33, among(19))).isEqualTo(33);
    }

    @Test
    void a_trend_is_a_multiple_of_what_was_before() {
        var curve = new Curve.Trend(30, linear(0.5, 0, 1, 80, 1.2, 100));

        assertThat(points(curve, 50, before(100))).isEqualTo(0);
        assertThat(points(curve, 75, before(100))).isEqualTo(40, within(1e-9));
        assertThat(points(curve, 120, before(100))).isEqualTo(100);
    }

    @Test
    void nothing_grows_from_nothing() {
        var curve = new Curve.Trend(30, linear(0.5, 0, 1, 80));

        var anatomy = judged(curve, 50, before(0));

        assertThat(anatomy.verdict()).isEqualTo(new Verdict.Grey());
        assertThat(anatomy.warnings()).containsExactly("no_comparison:mau");
    }

    /// Half the seats are enough in the first months and too little after them.
    @Test
    void what_is_enough_depends_on_the_age_of_the_account() {
        var curve =
                new Curve.ByAge(
                        List.of(
                                new Curve.ByAge.Stage(60, linear(0, 0, 0.1, 100)),
                                new Curve.ByAge.Stage(180, linear(0.1, 0, 0.5, 100))),
                        linear(0.5, 0, 0.9, 100));

        assertThat(points(curve, 0.5, aged(59))).isEqualTo(100);
        assertThat(points(curve, 0.3, aged(60))).isEqualTo(50, within(1e-9));
        assertThat(points(curve, 0.3, aged(179))).isEqualTo(50, within(1e-9));
        assertThat(points(curve, 0.5, aged(180))).isEqualTo(0);
        assertThat(points(curve, 0.5, aged(4000))).isEqualTo(0);
    }

    @Test
    void stages_of_age_rise() {
        var stage = new Curve.ByAge.Stage(60, Given.IDENTITY);

        assertThatThrownBy(() -> new Curve.ByAge(List.of(stage, stage), Given.IDENTITY))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void the_ledger_keeps_what_was_compared() {
        var trend = judged(new Curve.Trend(30, linear(0.5, 0, 1, 80)), 75, before(100));
        var peers = judged(new Curve.Percentile(Peers.ALL, Given.IDENTITY), 3, among(20));
        var aged = judged(new Curve.ByAge(List.of(), Given.IDENTITY), 3, aged(20));

        assertThat(List.of(trend, peers, aged))
                .allSatisfy(it -> assertThat(AnatomyRows.of(it).anatomy()).isEqualTo(it));
    }

    /// 85 points of a trend are translated back to the value that the account would have to have.
    @Test
    void the_way_to_green_leads_back_through_a_trend() {
        var model = model(new Curve.Trend(30, linear(0.5, 0, 1.5, 100)));
        var anatomy = Scoring.score(model, facts(100, before(100)), Given.FRESH);

        var way = PathToGreen.of(anatomy, model);

        assertThat(way)
                .isInstanceOfSatisfying(
                        PathToGreen.Ahead.class,
                        it ->
                                assertThat(it.ways().getFirst().steps().getFirst().target())
                                        .isEqualTo(
                                                new Target(
                                                        Target.Side.AT_LEAST,
                                                        new BigDecimal("135"),
                                                        new BigDecimal("85"))));
    }

    private static double points(Curve curve, double value, Circumstances beside) {
        return scored(judged(curve, value, beside)).raw();
    }

    private static Anatomy judged(Curve curve, double value, Circumstances beside) {
        return Scoring.score(model(curve), facts(value, beside), Given.FRESH);
    }

    private static ModelVersion model(Curve curve) {
        return Given.version(Given.model(Given.group("g", 1, Given.measure("mau", 1, curve))));
    }

    private static Facts facts(double value, Circumstances beside) {
        return Given.facts(is("mau", value)).in(beside);
    }

    private static Circumstances among(int peers) {
        var reference = new References.Reference("r", Collections.nCopies(peers, 0.0));
        return Circumstances.of(Map.of(), Map.of(), Map.of(MAU, reference.standing(33)), null);
    }

    private static Circumstances before(double value) {
        Map<MetricName, Observation> baselines = Map.of(MAU, is("mau", value));
        return Circumstances.of(Map.of(), baselines, Map.of(), null);
    }

    private static Circumstances aged(int days) {
        return Circumstances.of(
                Map.of(Curve.ByAge.AGE, new Trait.Count(days)), Map.of(), Map.of(), null);
    }
}
