package dev.keepwell.health;

import static dev.keepwell.health.Given.ACORN;
import static dev.keepwell.health.Given.TODAY;
import static dev.keepwell.health.Given.facts;
import static dev.keepwell.health.Given.group;
import static dev.keepwell.health.Given.is;
import static dev.keepwell.health.Given.measure;
import static dev.keepwell.health.Given.model;
import static org.assertj.core.api.Assertions.assertThat;

import dev.keepwell.health.ScoreSeries.Begin;
import dev.keepwell.health.ScoreSeries.Day.Gap;
import dev.keepwell.health.ScoreSeries.Day.Judged;
import dev.keepwell.kernel.Period;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.Lake;
import dev.keepwell.story.TestDatabase;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScoreSeriesTest {

    private static final Model NPS = model(group("a", 1, measure("nps", 1)));

    private final WorkspaceId workspace = TestDatabase.freshWorkspace();

    @Test
    void closed_days_then_today_with_gaps_and_where_a_version_began(@TempDir Path folder) {
        var current = new CurrentScores(TestDatabase.open());
        try (var ledger = new Ledger(TestDatabase.open(), new Lake(folder))) {
            ledger.append(workspace, List.of(judged(TODAY.minusDays(4), 1, 60)));
            ledger.append(workspace, List.of(judged(TODAY.minusDays(2), 1, 61)));
            ledger.append(workspace, List.of(judged(TODAY.minusDays(1), 2, 80)));
            current.put(workspace, TODAY, List.of(judged(TODAY, 2, 81)));

            var series =
                    new ScoreCourse(ledger, current)
                            .of(workspace, ACORN, Period.trailing(TODAY, 5));

            assertThat(series.days())
                    .containsExactly(
                            day(4, 1, 60, false),
                            new Gap(TODAY.minusDays(3)),
                            day(2, 1, 61, false),
                            day(1, 2, 80, false),
                            day(0, 2, 81, true));
            assertThat(series.versions())
                    .containsExactly(
                            new Begin(TODAY.minusDays(4), 1), new Begin(TODAY.minusDays(1), 2));
        }
    }

    private static Judged day(int ago, int version, double score, boolean isProvisional) {
        var verdict = judged(TODAY.minusDays(ago), version, score).verdict();
        return new Judged(TODAY.minusDays(ago), version, 1, verdict, isProvisional);
    }

    private static Anatomy judged(LocalDate day, int version, double score) {
        var seen = facts(is("nps", score));
        var facts = new Facts(ACORN, day, seen.observations(), seen.conditions(), seen.beside());
        return Scoring.score(new ModelVersion(version, "hash", NPS), facts, Given.FRESH);
    }
}
