package dev.keepwell.health;

import static dev.keepwell.health.Given.ACORN;
import static dev.keepwell.health.Given.TODAY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.story.TestDatabase;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CurrentScoresTest {

    private final WorkspaceId workspace = TestDatabase.freshWorkspace();
    private final CurrentScores scores = new CurrentScores(TestDatabase.open());

    @Test
    void the_newest_day_stays() {
        var today = anatomy(TODAY, 1);
        var tomorrow = anatomy(TODAY.plusDays(1), 2);

        scores.put(workspace, TODAY.plusDays(1), List.of(tomorrow));
        scores.put(workspace, TODAY, List.of(today));

        assertThat(scores.of(workspace, ACORN)).contains(tomorrow);
    }

    @Test
    void today_may_change_until_it_closes() {
        scores.put(workspace, TODAY, List.of(anatomy(TODAY, 1)));
        var later = anatomy(TODAY, 2);

        scores.put(workspace, TODAY, List.of(later));

        assertThat(scores.of(workspace, ACORN)).contains(later);
    }

    @Test
    void a_day_that_is_not_closed_yet_is_answered_by_its_score_for_the_moment() {
        var today = anatomy(TODAY, 1);

        scores.put(workspace, TODAY, List.of(today));

        assertThat(scores.on(workspace, ACORN, TODAY)).contains(today);
        assertThat(scores.on(workspace, ACORN, TODAY.minusDays(1))).isEmpty();
    }

    @Test
    void a_grey_account_has_no_numbers() {
        var grey = Given.score(RandomDay.wanderersModel());

        scores.put(workspace, TODAY, List.of(grey));

        assertThat(scores.of(workspace, ACORN)).contains(grey);
        assertThat(scores.of(TestDatabase.freshWorkspace(), ACORN)).isEmpty();
    }

    @Test
    void who_is_no_customer_any_more_has_no_score_any_more() {
        scores.put(workspace, TODAY, List.of(anatomy(TODAY, 1)));

        scores.put(workspace, TODAY.plusDays(1), List.of());

        assertThat(scores.of(workspace, ACORN)).isEmpty();
    }

    private static Anatomy anatomy(LocalDate day, long seed) {
        var facts = RandomDay.wandering(ACORN, day, new Random(seed));
        return Scoring.score(Given.version(RandomDay.wanderersModel()), facts, Given.FRESH);
    }
}
