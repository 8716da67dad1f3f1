package dev.keepwell.health;

import static dev.keepwell.health.Given.linear;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class ModelDiffTest {

    private static final int GROUPS = 4;
    private static final int METRICS = 7;

    @Test
    void differences_are_said_in_the_terms_of_the_model() {
        var text = Packaged.text(Packaged.DEFAULT_MODEL);
        var edited =
                text.replace("weight: 30\n    title: Usage", "weight: 25\n    title: Usage")
                        .replace("[[7, 100], [60, 0]]", "[[7, 100], [45, 0]]")
                        .replace("curve: [[0, 0], [5, 100]]", "curve: identity")
                        .replace("fresh_for: 30", "fresh_for: 90")
                        .replace("max_days_past_due > 90", "max_days_past_due >= 60")
                        .replace("green: 75", "green: 77.5")
                        .replace("coverage_floor: 0.5", "coverage_floor: 0.4")
                        .replace("title: Return", "title: Worth");

        assertThat(sentences(text, edited))
                .containsExactly(
                        "Bands green from 75, yellow from 50 → green from 77.5, yellow from 50",
                        "Coverage floor 0.5 → 0.4",
                        "csm_pulse age fresh for 30 days, never fading at 0"
                                + " → fresh for 90 days, never fading at 0",
                        "days_since_last_communication curve: (60, 0) → (45, 0)",
                        "Title of roi Return → Worth",
                        "benefit_cost_ratio curve: linear (0, 0) (5, 100) → identity",
                        "Cap late_invoice_severe at most red when max_days_past_due > 90"
                                + " → at most red when max_days_past_due >= 60",
                        "Usage weight 30 → 25");
        assertThat(sentences(text, text + "# Only a comment.\n")).isEmpty();
    }

    @Test
    void parts_that_come_go_and_move_are_named() {
        var a = Given.measure("a", 1);
        var b = Given.measure("b", 2);
        var c = Given.measure("c", 3, linear(0, 0, 1, 100));
        var before = Given.model(Given.group("x", 1, a, b), Given.group("y", 1, c));
        var after = Given.model(Given.group("x", 1, a), Given.group("z", 2, b));

        var differences = ModelDiff.between(before, after);

        assertThat(differences.stream().map(Difference::sentence))
                .containsExactly("Group z added, weight 2, with b", "Group y removed");
        assertThat(differences.stream().map(Difference::path))
                .containsExactly("groups/z", "groups/y");
    }

    private static final String PROFILED =
            Packaged.text(Packaged.DEFAULT_MODEL)
                    + """

                    profiles:
                      - profile: young
                        when: tenure_days < 90
                        says: They have just begun.
                        groups:
                          - group: usage
                            weight: 50
                          - group: start
                            weight: 10
                            measures:
                              - { metric: mau, weight: 1, curve: identity, says: Some come. }
                      - profile: large
                        when: segment = Enterprise
                        says: They are large.
                        without_caps: [p1_open]
                    """;

    @Test
    void profiles_follow_the_model_where_they_do_not_say_otherwise() {
        var edited =
                PROFILED.replace(
                                "weight: 20\n    title: Sentiment",
                                "weight: 35\n    title: Sentiment")
                        .replace("weight: 30\n    title: Usage", "weight: 25\n    title: Usage");
        var before = Given.FILES.read(PROFILED);

        var differences = ModelDiff.between(before, Given.FILES.read(edited));

        assertThat(differences.stream().map(Difference::sentence))
                .containsExactly("Sentiment weight 20 → 35", "Usage weight 30 → 25");
        var young = ModelDiff.applied(before, differences).under("young");
        assertThat(young.groups().stream().map(Model.Group::weight))
                .containsExactly(50.0, 35.0, 15.0, 15.0, 10.0, 10.0, 10.0);
    }

    @Test
    void profiles_and_what_they_say_are_compared() {
        profile(
                "tenure_days < 90",
                "tenure_days < 60",
                "Profile young: when tenure_days < 90 → tenure_days < 60");
        profile(
                "weight: 50\n      - group: start",
                "weight: 40\n      - group: start",
                "Profile young: Usage weight 50 → 40");
        profile(
                "    without_caps: [p1_open]\n",
                "",
                "Profile large: Cap p1_open added: at most yellow when p1_open");
        var large = PROFILED.substring(PROFILED.indexOf("  - profile: large"));
        profile(large, "", "Profile large removed");
        var young =
                PROFILED.substring(PROFILED.indexOf("  - profile: young"), PROFILED.indexOf(large));
        profile(
                young + large,
                large + young,
                "Profiles are asked in the order young, large → large, young");
        profile(
                "coverage_floor: 0.5",
                "coverage_floor: 0.5\nhysteresis: { clearly: 3, days: 5, shock: 10 }",
                "Hysteresis 2 points, 3 days, shock 10 → 3 points, 5 days, shock 10");
        profile(
                "        fresh_for: 30\n",
                "        fresh_for: 30\n        missing: no_score\n",
                "csm_pulse missing leave_out → no_score");
        profile(
                "        curve: [[0, 0], [1, 100]]\n        says: We speak",
                "        trend: 90\n        curve: [[0, 0], [1, 100]]\n        says: We speak",
                "touch_frequency curve: linear (0, 0) (1, 100) → trend over 90 days, linear (0, 0)"
                        + " (1, 100)");
    }

    private static void profile(String before, String after, String sentence) {
        assertThat(PROFILED).contains(before);
        var edited = PROFILED.replace(before, after);
        assertThat(sentences(PROFILED, edited)).containsExactly(sentence);
        var model = Given.FILES.read(PROFILED);
        var other = Given.FILES.read(edited);
        assertThat(ModelDiff.applied(model, ModelDiff.between(model, other))).isEqualTo(other);
    }

    @Test
    void a_single_difference_applies_alone() {
        var before = Given.defaultModel();
        var after =
                Rebuilt.floored(Rebuilt.group(before, "usage", it -> Rebuilt.weighed(it, 5)), .25);

        var weighed =
                ModelDiff.between(before, after).stream()
                        .filter(it -> it.path().equals("groups/usage/weight"))
                        .findFirst()
                        .orElseThrow();

        assertThat(weighed.apply(before))
                .isEqualTo(Rebuilt.group(before, "usage", it -> Rebuilt.weighed(it, 5)));
    }

    /// Each step must itself be a model, or its constructor refuses.
    @Property(tries = 3000)
    void all_differences_together_lead_to_the_other_model(@ForAll long one, @ForAll long other) {
        var before = random(new Random(one));
        var after = random(new Random(other));

        assertThat(ModelDiff.applied(before, ModelDiff.between(before, after))).isEqualTo(after);
        assertThat(ModelDiff.between(after, after)).isEmpty();
    }

    private static List<String> sentences(String before, String after) {
        return ModelDiff.between(Given.FILES.read(before), Given.FILES.read(after)).stream()
                .map(Difference::sentence)
                .toList();
    }

    /// From a small pool of names, so that two of them share most parts.
    private static Model random(Random random) {
        var measures = new HashMap<Integer, List<Model.Measure>>();
        for (int i = 0; i < METRICS; i++) {
            var weight = random.nextInt(3);
            var curve = linear(0, 0, 1 + random.nextInt(2), 100);
            measures.computeIfAbsent(random.nextInt(GROUPS + 1), _ -> new ArrayList<>())
                    .add(Given.measure("m" + i, weight, curve));
        }
        var groups = new ArrayList<Model.Group>();
        measures.forEach((number, list) -> {
            if (number < GROUPS && list.stream().anyMatch(it -> it.weight() > 0)) {
                var name = "g" + number;
                var weight = 1 + random.nextInt(3);
                groups.add(new Model.Group(name, weight, name + random.nextInt(2), list));
            }
        });
        if (groups.isEmpty() || random.nextInt(4) == 0) {
            groups.add(Given.group("extra", 1, Given.measure("m_extra", 1)));
        }
        var caps =
                List.of("late", "gone").stream()
                        .filter(_ -> random.nextBoolean())
                        .map(it ->
                                new Cap(
                                        it,
                                        List.of(),
                                        random.nextBoolean() ? Band.RED : Band.YELLOW,
                                        it))
                        .toList();
        return Given.model(caps, groups.toArray(Model.Group[]::new));
    }
}
