package dev.keepwell.health;

import static dev.keepwell.health.Given.FILES;
import static dev.keepwell.health.Given.knots;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.health.Edit.NewMeasure;
import dev.keepwell.health.Edit.Point;
import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModelTextTest {

    private static final String DEFAULT = Packaged.text(Packaged.DEFAULT_MODEL);

    /// Written by somebody with habits of their own.
    private static final String OWN =
            """
            # Ours — since May.
            model: own
            groups:
            - group: usage    # what they do
              weight: 3.0
              measures:
              - {metric: mau, weight: 2, curve: [[0, 0], [10, 100]], says: 'People come, all.'}
              - { says: "Yes.", steps: [[5, 100], [otherwise, 0]], weight: 1, metric: touches }
            - weight: 1       # too little?
              title: Voice
              group: voice
              measures:
                - metric: csm_pulse
                  weight: 1
                  category:
                    0: 0      # red
                    100: 100
                  says: The CSM is confident.
                # Nobody knows why.
                - metric: csat
                  weight: 1
                  curve:
                    - [0, 0]
                    - [5, 100]
                  says: |
                    Satisfied.

            caps: [{cap: late, when: max_days_past_due > 30, at_most: yellow, says: Late.}]
            """;

    private static final List<String> TEXTS =
            List.of(DEFAULT, OWN, DEFAULT.replace("\n", "\r\n"), OWN.stripTrailing());

    @Test
    void an_edit_changes_its_place_and_nothing_else() {
        edited(
                new Edit.GroupWeight("usage", 25),
                "    weight: 30\n    title: Usage",
                "    weight: 25\n    title: Usage");
        edited(
                new Edit.MeasureWeight("nps", 0),
                "nps\n        weight: 20",
                "nps\n        weight: 0");
        edited(new Edit.GroupTitle("roi", "Worth: it"), "title: Return", "title: \"Worth: it\"");
        edited(new Edit.Title("Ours"), "title: Default", "title: Ours");
        edited(
                new Edit.Says("csat", "It’s #1."),
                "says: Support left them satisfied.",
                "says: \"It’s #1.\"");
        edited(new Edit.CoverageFloor(.6), "floor: 0.5", "floor: 0.6");
        edited(new Edit.PutBands(80, 50), "green: 75,", "green: 80,");
    }

    @Test
    void an_edit_of_a_curve_changes_its_place_and_nothing_else() {
        edited(
                new Edit.Shape("dau_mau_ratio", "linear", points(.02, 0, .5, 100)),
                "[0.40, 100]",
                "[0.5, 100]");
        edited(
                new Edit.Shape(
                        "benefit_cost_ratio",
                        "steps",
                        List.of(new Point(2.0, 100), new Point(null, 0))),
                "curve: [[0, 0], [5, 100]]",
                "steps: [[2, 100], [otherwise, 0]]");
        edited(new Edit.FreshFor("csm_pulse", 90, List.of(0.0)), "fresh_for: 30", "fresh_for: 90");
        edited(
                new Edit.FreshFor("csat", null, List.of()),
                "        curve: identity\n        fresh_for: 180\n        says: Support",
                "        curve: identity\n        says: Support");
    }

    @Test
    void an_edit_of_a_cap_or_of_any_place_changes_nothing_else() {
        edited(
                new Edit.PutCap(
                        "red_pulse",
                        "red_pulse and no_usage",
                        "red",
                        "The CSM set the pulse to red.",
                        null,
                        null),
                "when: red_pulse\n    at_most: yellow",
                "when: red_pulse and no_usage\n    at_most: red");
        edited(
                new Edit.PutCap(
                        "p1_open",
                        "p1_open",
                        "yellow",
                        "A critical ticket has been open for more than 7 days.",
                        "support",
                        LocalDate.of(2027, 1, 31)),
                "for more than 7 days.\n",
                "for more than 7 days.\n    owner: support\n    expires_on: 2027-01-31\n");
        edited(
                new Edit.Missing("csat", "no_score"),
                "        says: Support left",
                "        missing: no_score\n        says: Support left");
        edited(
                new Edit.Put(
                        "groups/usage/measures/dau_mau_ratio/curve", "[[0.02, 0], [0.40, 90]]"),
                "[0.40, 100]",
                "[0.40, 90]");
    }

    @Test
    void what_is_new_stands_in_the_style_of_its_neighbours() {
        edited(
                new Edit.AddMeasure("advocacy", measure("referrals")),
                "        says: They speak for us in public.\n",
                """
                        says: They speak for us in public.
                      - metric: referrals
                        weight: 5
                        curve: [[0, 0], [3, 100]]
                        says: They bring others.
                """);
        edited(
                new Edit.AddGroup("service", "Service", 10, measure("tickets")),
                "        says: They speak for us in public.\n",
                """
                        says: They speak for us in public.

                  - group: service
                    weight: 10
                    title: Service
                    measures:
                      - metric: tickets
                        weight: 5
                        curve: [[0, 0], [3, 100]]
                        says: They bring others.
                """);
        edited(
                new Edit.PutCap("quiet", "no_usage", "red", "Quiet.", null, null),
                "    says: They pay, and nobody has used the product for 30 days.\n",
                """
                    says: They pay, and nobody has used the product for 30 days.
                  - cap: quiet
                    when: no_usage
                    at_most: red
                    says: Quiet.
                """);
    }

    @Test
    void what_is_new_stands_on_one_line_where_its_neighbours_do() {
        assertThat(own(new Edit.AddMeasure("usage", measure("referrals"))))
                .contains(
                        "metric: touches }\n  - { metric: referrals, weight: 5,"
                                + " curve: [[0, 0], [3, 100]], says: They bring others. }\n");
        assertThat(own(new Edit.PutCap("quiet", "no_usage", "red", "Quiet.", null, null)))
                .contains(
                        "says: Late.}, { cap: quiet, when: no_usage, at_most: red, says: Quiet."
                                + " }]");
    }

    @Test
    void the_model_read_afterwards_has_just_that_difference() {
        difference(new Edit.GroupWeight("voice", 2), "voice weight 1 → 2", "Voice weight 1 → 2");
        difference(new Edit.RemoveMeasure("csat"), "csat removed from voice");
        difference(new Edit.RemoveGroup("voice"), "Group Voice removed");
        difference(
                new Edit.RemoveCap("late"),
                "Cap late removed: at most yellow when max_days_past_due > 30");
        difference(
                new Edit.Says("mau", "They're: here"),
                "mau says: “People come, all.” → “They're: here”");
        difference(new Edit.MeasureWeight("touches", 4), "touches weight 1 → 4");
        difference(
                new Edit.Shape("csat", "linear", points(0, 0, 4, 100)),
                "csat curve: (5, 100) → (4, 100)");
        difference(
                new Edit.Shape("csat", "linear", points(0, 0, 2, 50, 4, 100)),
                "csat curve: linear (0, 0) (5, 100) → linear (0, 0) (2, 50) (4, 100)");
        difference(
                new Edit.Shape("csm_pulse", "identity", List.of()),
                "csm_pulse curve: category (0, 0) (100, 100) → identity");
        difference(
                new Edit.FreshFor("csm_pulse", 30, List.of(0.0)),
                "csm_pulse age of any age → fresh for 30 days, never fading at 0");
        difference(
                new Edit.PutBands(80, 40),
                "Bands green from 75, yellow from 50 → green from 80, yellow from 40");
    }

    @Test
    void a_place_that_is_not_there_is_named() {
        refused(new Edit.MeasureWeight("npz", 1), "no measure 'npz'. Did you mean 'nps'?");
        refused(new Edit.GroupWeight("usag", 1), "no group 'usag'. Did you mean 'usage'?");
        refused(new Edit.RemoveCap("late"), "no place 'caps/late'");
        refused(new Edit.Put("groups/usage/wieght/x", "1"), "Did you mean 'weight'?");
        refused(new Edit.AddGroup("usage", "U", 1, measure("x")), "'groups/usage' is there");
        refused(new Edit.Shape("nps", "bell", List.of()), "linear, steps, category or identity");
        refused(new Edit.Shape("nps", "linear", points(1, 0, 1, 9)), "knots rise");
        assertThatThrownBy(() ->
                        ModelText.edited("a: &x [1]\nb: *x\n", List.of(new Edit.CoverageFloor(.5))))
                .hasMessageContaining("line 1: This is written once with &");
    }

    /// Whatever is set and set back leaves the very same bytes, however the text is written, but
    /// for a sentence that needed quotes in between or stood in a block of its own.
    @Property(tries = 400)
    void setting_back_restores_every_byte(@ForAll long seed) {
        var random = new Random(seed);
        var yaml = TEXTS.get(random.nextInt(TEXTS.size()));
        var model = FILES.read(yaml);
        var group = any(model.groups(), random);
        var measure = any(model.measures().toList(), random);
        var metric = measure.metric().value();
        var weight = 1 + random.nextInt(90);

        restored(
                yaml,
                new Edit.GroupWeight(group.name(), group.weight() == 3 ? 3 : weight),
                new Edit.GroupWeight(group.name(), group.weight()));
        restored(
                yaml,
                new Edit.MeasureWeight(metric, weight),
                new Edit.MeasureWeight(metric, measure.weight()));
        if (measure.says().lines().count() == 1 && !measure.says().endsWith("\n")) {
            restored(
                    yaml,
                    new Edit.Says(metric, "Näher “dran” " + weight),
                    new Edit.Says(metric, measure.says()));
        }
        restored(
                yaml,
                new Edit.AddMeasure(group.name(), measure("m" + weight)),
                new Edit.RemoveMeasure("m" + weight));
        restored(
                yaml, new Edit.AddGroup("g", "G", weight, measure("m")), new Edit.RemoveGroup("g"));
        restored(
                yaml,
                new Edit.PutCap("c", "no_usage", "red", "C", null, null),
                new Edit.RemoveCap("c"));
    }

    /// A form that writes all it shows changes nothing.
    @Test
    void setting_everything_to_what_it_is_changes_no_byte() {
        for (var yaml : TEXTS) {
            var model = FILES.read(yaml);
            var edits =
                    Stream.concat(
                                    model.groups().stream().flatMap(ModelTextTest::asItIs),
                                    model.caps().stream().map(ModelTextTest::asItIs))
                            .toList();

            assertThat(ModelText.edited(yaml, edits)).isEqualTo(yaml);
        }
    }

    private static Stream<Edit> asItIs(Model.Group group) {
        return Stream.concat(
                Stream.of(new Edit.GroupWeight(group.name(), group.weight())),
                group.measures().stream().flatMap(ModelTextTest::asItIs));
    }

    private static Stream<Edit> asItIs(Model.Measure it) {
        var metric = it.metric().value();
        var points =
                CurveWords.knots(it.curve()).stream()
                        .map(knot ->
                                new Point(Double.isInfinite(knot.x()) ? null : knot.x(), knot.y()))
                        .toList();
        var age =
                switch (it.fading()) {
                    case Fading.Never() -> new Edit.FreshFor(metric, null, List.of());
                    case Fading.After(var days, var never) ->
                            new Edit.FreshFor(metric, days, never);
                };
        return Stream.of(
                new Edit.MeasureWeight(metric, it.weight()),
                new Edit.Shape(metric, CurveWords.kind(it.curve()), points),
                age,
                new Edit.Says(metric, it.says()));
    }

    private static Edit asItIs(Cap cap) {
        return new Edit.PutCap(
                cap.name(), ModelWords.when(cap), cap.atMost().word(), cap.says(), null, null);
    }

    private static void edited(Edit edit, String before, String after) {
        assertThat(DEFAULT).contains(before);
        var expected = DEFAULT.replace(before, after);
        assertThat(ModelText.edited(DEFAULT, List.of(edit))).isEqualTo(expected);
    }

    private static void difference(Edit edit, String... oneOf) {
        var after = own(edit);
        var found = ModelDiff.between(FILES.read(OWN), FILES.read(after));
        assertThat(found.stream().map(Difference::sentence)).hasSize(1).isSubsetOf(oneOf);
        assertThat(after.lines().filter(it -> it.contains("#")))
                .as("comments")
                .hasSizeGreaterThanOrEqualTo(edit instanceof Edit.RemoveGroup ? 2 : 4);
    }

    private static String own(Edit edit) {
        return ModelText.edited(OWN, List.of(edit));
    }

    private static void restored(String yaml, Edit there, Edit back) {
        var changed = ModelText.edited(yaml, List.of(there));
        FILES.read(changed);
        assertThat(ModelText.edited(changed, List.of(back))).as(there.toString()).isEqualTo(yaml);
    }

    private static void refused(Edit edit, String complaint) {
        var yaml = edit instanceof Edit.RemoveCap ? DEFAULT.replace("late_invoice", "x") : DEFAULT;
        assertThatThrownBy(() -> ModelText.edited(yaml, List.of(edit)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(complaint);
    }

    private static NewMeasure measure(String metric) {
        return new NewMeasure(metric, 5, "linear", points(0, 0, 3, 100), "They bring others.");
    }

    private static List<Point> points(double... xy) {
        return knots(xy).stream().map(it -> new Point(it.x(), it.y())).toList();
    }

    private static <T> T any(List<T> list, Random random) {
        return list.get(random.nextInt(list.size()));
    }
}
