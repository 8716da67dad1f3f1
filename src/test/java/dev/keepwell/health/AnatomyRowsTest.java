package dev.keepwell.health;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class AnatomyRowsTest {

    @Property(tries = 200)
    void a_score_written_as_rows_comes_back_equal(@ForAll long seed) {
        var anatomy = new RandomDay(seed).score();

        assertThat(AnatomyRows.of(anatomy).anatomy()).isEqualTo(anatomy);
    }

    @Test
    void caps_conditions_and_what_only_caps_read_come_back_too() {
        var facts =
                Given.facts(
                        Map.of("cancel_notice", true, "red_pulse", true, "p1_open", false),
                        Given.is("csm_pulse", 0, Given.TODAY.minusDays(45)),
                        Given.is("max_days_past_due", 31),
                        Given.is("dau_mau_ratio", .4),
                        Given.is("value_feature_breadth", .9),
                        Given.is("licence_utilisation_rate", .8),
                        Given.is("touch_frequency", 1),
                        Given.is("days_since_last_communication", 3),
                        Given.is("executive_sponsor_strength", 90));

        var anatomy = Scoring.score(Given.version(Given.defaultModel()), facts, Given.FRESH);
        var rows = AnatomyRows.of(anatomy);

        assertThat(rows.anatomy()).isEqualTo(anatomy);
        assertThat(anatomy.warnings()).containsExactly("stale_red:csm_pulse");
        assertThat(rows.score().notes().caps())
                .isEqualTo("late_invoice=yellow cancel_notice=red red_pulse=yellow");
        assertThat(rows.score().notes().bindingCap()).isEqualTo("cancel_notice");
        assertThat(rows.score().notes().conditions())
                .isEqualTo("cancel_notice=true p1_open=false red_pulse=true");
        assertThat(rows.measures().getLast())
                .isEqualTo(
                        new MeasureRow(
                                LedgerKey.of(anatomy),
                                15,
                                null,
                                new MeasureRow.Seen(
                                        "max_days_past_due", "OK", 31.0, Given.TODAY, "csv"),
                                null,
                                null));
    }

    @Test
    void the_hash_covers_every_input_and_nothing_else() {
        var model = Given.model(Given.group("g", 1, Given.measure("mau", 1)));
        var hash = Given.score(model, Given.is("mau", 5)).judge().inputHash();

        assertThat(Given.score(model, Given.is("mau", 5), Given.is("noise", 1)).judge().inputHash())
                .isEqualTo(hash);
        assertThat(
                        List.of(
                                Given.score(model, Given.is("mau", 6)),
                                Given.score(model, Given.is("mau", 5, Given.TODAY.minusDays(1))),
                                Given.score(model)))
                .noneMatch(it -> it.judge().inputHash().equals(hash));
    }
}
