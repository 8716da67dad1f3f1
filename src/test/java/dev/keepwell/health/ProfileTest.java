package dev.keepwell.health;

import static dev.keepwell.health.Given.FILES;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.scored;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.metric.Trait;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfileTest {

    private static final String TEXT =
            """
            model: two
            groups:
              - group: usage
                weight: 60
                measures:
                  - { metric: mau, weight: 1, curve: identity, says: People come. }
                  - { metric: wau, weight: 1, curve: identity, says: People come each week. }
              - group: voice
                weight: 40
                measures:
                  - { metric: csat, weight: 1, curve: identity, says: Satisfied. }
            caps:
              - { cap: late, when: max_days_past_due > 30, at_most: yellow, says: Late. }
            profiles:
              - profile: onboarding
                when: tenure_days < 90
                says: New accounts are judged by how they begin.
                groups:
                  - { group: voice, weight: 0 }
                  - group: start
                    weight: 40
                    measures:
                      - metric: time_to_first_value
                        weight: 1
                        curve: [[7, 100], [90, 0]]
                        says: Soon.
                without_caps: [late]
              - profile: enterprise
                when: segment = "Big Enterprise" and mau > 10
                says: Large accounts come back less often.
                groups:
                  - group: usage
                    measures:
                      - { metric: wau, weight: 0 }
                      - { metric: mau, curve: [[0, 0], [50, 100]] }
            """;

    private static final String[] IN_ONE_WAY = {"compared in one way", "30 days", "90 days"};

    private static final ModelVersion MODEL = Given.version(FILES.read(TEXT));

    @Test
    void a_profile_states_only_its_differences() {
        var base = MODEL.model();
        var enterprise = base.under("enterprise");

        assertThat(enterprise.groups().get(1)).isEqualTo(base.groups().get(1));
        assertThat(enterprise.groups().getFirst().weight()).isEqualTo(60);
        var mau = enterprise.groups().getFirst().measures().getFirst();
        assertThat(mau.says()).isEqualTo("People come.");
        assertThat(mau.curve()).isEqualTo(Given.linear(0, 0, 50, 100));
        assertThat(enterprise.caps()).isEqualTo(base.caps());
    }

    @Test
    void the_first_that_matches_applies() {
        assertThat(judged(3, "Big Enterprise", 40).judge().profile()).isEqualTo("onboarding");
        assertThat(judged(90, "Big Enterprise", 40).judge().profile()).isEqualTo("enterprise");
        assertThat(judged(90, "Big Enterprise", 10).judge().profile()).isEqualTo("default");
        assertThat(judged(90, "Small", 40).judge().profile()).isEqualTo("default");
    }

    @Test
    void an_account_is_judged_as_its_profile_says() {
        // (40 + 80) / 2 × 0.6 + 70 × 0.4
        assertThat(scored(judged(90, "Small", 40)).raw()).isEqualTo(64, within(1e-9));
        // 80 × 0.6 + 70 × 0.4
        assertThat(scored(judged(90, "Big Enterprise", 40)).raw()).isEqualTo(76, within(1e-9));
        // 60 × 0.6 + 100 × 0.4
        assertThat(scored(judged(3, "Small", 40)).raw()).isEqualTo(76, within(1e-9));
    }

    @Test
    void what_any_profile_reads_is_kept_of_every_account() {
        assertThat(MODEL.model().metrics())
                .extracting(it -> it.value())
                .containsExactlyInAnyOrder(
                        "mau", "wau", "csat", "max_days_past_due", "time_to_first_value");
        assertThat(MODEL.model().conditions()).containsExactly("tenure_days", "segment");
        var anatomy = judged(90, "Small", 40);
        assertThat(AnatomyRows.of(anatomy).anatomy()).isEqualTo(anatomy);
    }

    @Test
    void coming_under_another_profile_has_a_line_of_its_own() {
        var before = judged(90, "Small", 40);
        var after = judged(90, "Big Enterprise", 40);

        var change = Attribution.across(before, before.facts(), after, MODEL).orElseThrow();

        assertThat(change.lines())
                .filteredOn(it -> Math.abs(it.points()) > 1e-9)
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.cause()).isEqualTo(Change.Cause.PROFILE);
                    assertThat(it.points()).isEqualTo(12, within(1e-9));
                });
    }

    @Test
    void a_profile_that_cannot_be_read_says_where() {
        refuses("without_caps: [late]", "without_caps: [lat]", "line 27", "Did you mean 'late'");
        refuses("when: tenure_days < 90", "when: tenure_day < 90 and", "line 16", "follow 'and'");
        refuses("segment = \"Big", "sgment = \"Big", "line 29", "Did you mean 'segment'");
        refuses("tenure_days < 90", "segment < 90", "line 16", "is a word");
        refuses("tenure_days < 90", "cancel_notice = yes", "line 16", "holds or does not");
        var both = TEXT.replace("mau, weight: 1,", "mau, weight: 1, trend: 30,");
        refusesAll(both.replace("mau, curve:", "mau, trend: 90, curve:"), IN_ONE_WAY);
        refuses("weight: 60", "weight: 1e9", "line 3", "a million");
        refuses("profile: enterprise", "profile: onboarding", "line 1", "stands twice");
        refuses("profile: enterprise", "profile: default", "line", "Name it otherwise");
    }

    private static void refuses(String from, String to, String... parts) {
        refusesAll(TEXT.replace(from, to), parts);
    }

    private static void refusesAll(String text, String... parts) {
        assertThatThrownBy(() -> FILES.read(text))
                .isInstanceOf(Refusal.class)
                .satisfies(it -> assertThat(it.getMessage()).contains(parts));
    }

    private static Anatomy judged(int tenure, String segment, double mau) {
        var facts =
                Given.facts(
                                is("mau", mau),
                                is("wau", 80),
                                is("csat", 70),
                                is("time_to_first_value", 5))
                        .in(
                                Circumstances.of(
                                        Map.of(
                                                "tenure_days", new Trait.Count(tenure),
                                                "segment", new Trait.Word(segment)),
                                        Map.of(),
                                        Map.of(),
                                        null));
        return Scoring.score(MODEL, facts, Given.FRESH);
    }
}
