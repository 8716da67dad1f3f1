package dev.keepwell.health;

import static dev.keepwell.health.Given.FILES;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.kernel.Refusal;
import java.util.List;
import org.junit.jupiter.api.Test;

class RebaseTest {

    private static final String BASE = Packaged.text(Packaged.DEFAULT_MODEL);

    private static final Edit.NewMeasure MEASURE =
            new Edit.NewMeasure("mau", 5, "identity", List.of(), "They come.");

    @Test
    void what_others_changed_elsewhere_comes_in_and_comments_stay() {
        var mine =
                edited(new Edit.GroupWeight("usage", 25))
                        .replace("# lower borders", "# our borders");
        var theirs =
                edited(
                        new Edit.Shape(
                                "touch_frequency",
                                "steps",
                                List.of(new Edit.Point(1.0, 100), new Edit.Point(null, 10))),
                        new Edit.FreshFor("csat", null, List.of()),
                        new Edit.FreshFor("touch_frequency", 60, List.of()),
                        new Edit.AddGroup("extra", "Extra", 5, MEASURE),
                        new Edit.RemoveGroup("advocacy"),
                        new Edit.RemoveCap("p1_open"),
                        new Edit.Title("Theirs"),
                        new Edit.CoverageFloor(null));

        var merged = rebased(theirs, mine);

        assertThat(merged).contains("# our borders").contains("[[1, 100], [otherwise, 10]]");
        assertThat(FILES.read(merged))
                .isEqualTo(
                        Rebuilt.group(FILES.read(theirs), "usage", it -> Rebuilt.weighed(it, 25)));
    }

    @Test
    void a_measure_that_moved_moves_in_the_draft_too() {
        var theirs =
                ModelText.edited(
                        BASE,
                        List.of(
                                new Edit.RemoveMeasure("csat"),
                                new Edit.AddGroup(
                                        "voice",
                                        "Voice",
                                        5,
                                        new Edit.NewMeasure(
                                                "csat", 1, "identity", List.of(), "Moved."))));
        var mine = edited(new Edit.GroupWeight("usage", 25));

        assertThat(FILES.read(rebased(theirs, mine)))
                .isEqualTo(
                        Rebuilt.group(FILES.read(theirs), "usage", it -> Rebuilt.weighed(it, 25)));
    }

    @Test
    void the_same_place_changed_twice_is_a_conflict_with_both_sides() {
        var mine = edited(new Edit.GroupWeight("usage", 25));

        assertThatThrownBy(() -> rebased(edited(new Edit.GroupWeight("usage", 20)), mine))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining(
                        "groups/usage/weight: here Usage weight 30 → 25;"
                                + " in version 7 Usage weight 30 → 20");
        assertThatThrownBy(() -> rebased(edited(new Edit.RemoveGroup("usage")), mine))
                .hasMessageContaining("groups/usage: here Usage weight 30 → 25");
    }

    @Test
    void the_same_change_on_both_sides_is_none() {
        var both = edited(new Edit.GroupWeight("usage", 25));

        assertThat(rebased(both + "# Why.\n", both)).isEqualTo(both);
        assertThat(rebased(both, BASE)).isEqualTo(both);
    }

    private static String rebased(String theirs, String mine) {
        return new Rebase(FILES::read, BASE, theirs, 7).onto(mine);
    }

    private static String edited(Edit... edits) {
        return ModelText.edited(BASE, List.of(edits));
    }
}
