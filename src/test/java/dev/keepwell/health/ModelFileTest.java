package dev.keepwell.health;

import static dev.keepwell.health.Given.FILES;
import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.linear;
import static dev.keepwell.health.Given.measure;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.MetricName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class ModelFileTest {

    private static final String SMALL =
            """
            model: small
            title: Small
            bands: { green: 80, yellow: 40 }
            coverage_floor: 0.6
            groups:
              - group: usage
                weight: 30
                measures:
                  - { metric: mau, weight: 2, curve: [[0, 0], [10, 100]], says: People come. }
                  - { metric: touches, weight: 1, steps: [[5, 100], [otherwise, 0]], says: Yes. }
              - group: voice
                title: Voice
                weight: 10
                measures:
                  - metric: csm_pulse
                    weight: 1
                    category: { 0: 0, 100: 100 }
                    fresh_for: 30
                    never_fades_at: 0
                    says: The CSM is confident.
                  - { metric: csat, weight: 1, curve: identity, says: Satisfied. }
            caps:
              - { cap: late, when: max_days_past_due > 30, at_most: yellow, says: Late. }
              - cap: gone
                when: sponsor_departed and renewal_within_120_days
                at_most: red
                says: Gone.
            """;

    @Test
    void every_part_of_a_file_reaches_the_model() {
        var otherwise = Double.NEGATIVE_INFINITY;
        var pulse = new Curve.Category(Given.knots(0, 0, 100, 100));
        var late = new Clause.Compares(name("max_days_past_due"), Clause.Comparison.ABOVE, 30);
        var gone =
                List.<Clause>of(
                        new Clause.Holds("sponsor_departed"),
                        new Clause.Holds("renewal_within_120_days"));

        var model = FILES.read(SMALL);

        assertThat(model.bands()).isEqualTo(new Bands(80, 40));
        assertThat(model.coverageFloor()).isEqualTo(.6);
        assertThat(model.groups()).hasSize(2);
        assertThat(model.groups().getFirst().title()).isEqualTo("usage");
        assertThat(model.measures().map(Model.Measure::curve))
                .containsExactly(
                        linear(0, 0, 10, 100),
                        new Curve.Steps(Given.knots(5, 100, otherwise, 0)),
                        pulse,
                        new Curve.Identity());
        assertThat(model.groups().getLast().measures().getFirst().fading())
                .isEqualTo(new Fading.After(30, List.of(0.0)));
        assertThat(model.caps())
                .containsExactly(
                        new Cap("late", List.of(late), Band.YELLOW, "Late."),
                        new Cap("gone", gone, Band.RED, "Gone."));
    }

    @Test
    void a_mistake_is_named_with_its_line_and_its_repair() {
        refused("weight: 30", "weigth: 30", "line 7: Unknown key 'weigth'. Did you mean 'weight'?");
        refused("weight: 30", "weight: many", "line 7: A number is expected here, but got 'many'.");
        refused("at_most: red", "at_most: green", "line 26: A cap is at_most yellow or red,");
        refused("sponsor_departed", "sponsor_departd", "Did you mean 'sponsor_departed'?");
        refused("[10, 100]", "[0, 100]", "line 9: The values of a curve's knots rise");
        refused("[10, 100]", "[10, 1", "is not YAML");
        refused("metric: csat", "metric: mau", "Each measure stands in a model once, but 'mau'");
        refused(
                ", curve: identity",
                "",
                "line 21: A measure has one of curve, steps and category.");
        refused("title: Small", "model: again", "line 2: Key 'model' stands here twice.");
        refused("metric: mau", "metric: MAU", "line 9: A metric is named like_this");
        refused("green: 80", "green: 30", "line 3: Bands need 0 < yellow < green <= 100");
        refused("fresh_for: 30", "fresh_for: 0", "A measure is fresh for 1 to 3650 days");
        refused(SMALL, "", "line 1: The file is empty.");
        refused(SMALL, "model: small", "line 1: Key 'groups' is missing.");
    }

    @Test
    void the_default_model_is_the_one_of_the_law() {
        var model = Given.defaultModel();

        assertThat(model.groups().stream().map(it -> it.name() + " " + (int) it.weight()))
                .containsExactly(
                        "usage 30",
                        "sentiment 20",
                        "engagement 15",
                        "relationship 15",
                        "roi 10",
                        "advocacy 10");
        assertThat(model.measures().map(it -> it.metric() + " " + (int) it.weight()))
                .containsExactly(
                        "dau_mau_ratio 30",
                        "value_feature_breadth 30",
                        "licence_utilisation_rate 25",
                        "value_feature_stickiness 15",
                        "csm_pulse 50",
                        "nps 20",
                        "csat 15",
                        "customer_sentiment 15",
                        "days_since_last_communication 60",
                        "touch_frequency 40",
                        "executive_sponsor_strength 50",
                        "high_wide_index 50",
                        "outcome_attainment 70",
                        "benefit_cost_ratio 30",
                        "advocacy_score 100");
        assertThat(model.conditions()).hasSize(6);
        assertThat(model.bands()).isEqualTo(Bands.DEFAULT);
    }

    @Test
    void a_pulse_alone_carries_sentiment_over_the_floor() {
        var anatomy = Given.score(Given.defaultModel(), Given.is("csm_pulse", 100));

        assertThat(anatomy.groups().get(1).isUsed()).isTrue();
        assertThat(anatomy.band()).isEqualTo(Band.GREY);
    }

    @Test
    void the_sample_model_scores_an_account_without_ratings() throws IOException {
        var model = FILES.read(Files.readString(Path.of("samples/ravenstack-model.yaml")));

        var anatomy =
                Given.score(
                        model,
                        Given.is("usage_frequency", 2),
                        Given.is("value_feature_breadth", .05),
                        Given.is("tickets_per_100_seats", 0),
                        Given.is("mrr_trend", 1.15));

        assertThat(anatomy.coverage()).isEqualTo(.875);
        assertThat(Given.scored(anatomy).rounded())
                .isEqualTo(Decimals.one(.45 * 63 + .25 * 40 + .3 * 80));
    }

    @Test
    void a_measure_belongs_to_one_group() {
        assertThatThrownBy(() ->
                        Given.model(
                                group("a", 1, measure("mau", 1)), group("b", 1, measure("mau", 1))))
                .isInstanceOf(Refusal.class);
    }

    private static void refused(String good, String bad, String complaint) {
        assertThatThrownBy(() -> FILES.read(SMALL.replace(good, bad)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(complaint);
    }

    private static MetricName name(String metric) {
        return new MetricName(metric);
    }
}
