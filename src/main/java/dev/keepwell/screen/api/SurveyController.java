package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Survey;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Asks the whole catalogue at once, and tells what answers, how long it takes, and whether values
/// can be followed back to their rows.
@RestController
class SurveyController {

    private static final int MONTHS_MAX = 36;
    private static final int TRACED_MAX = 100;

    /// As of a day and the ends of the months before it; `traced` values of each metric and grain
    /// are followed back.
    record Asked(
            @BindParam("as_of") @Nullable LocalDate asOf,
            @Nullable Integer months,
            @Nullable Integer traced) {}

    /// One metric at one grain.
    record Line(
            String metric,
            String grain,
            int entities,
            int answers,
            int values,
            List<String> unexplained,
            long factMillis,
            long queryMillis) {

        static Line of(Survey.Line it) {
            return new Line(
                    it.metric().value(),
                    it.grain().word(),
                    it.entities(),
                    it.answers(),
                    it.values(),
                    it.unexplained(),
                    it.factMillis(),
                    it.queryMillis());
        }
    }

    /// All lines, in the order in which they were asked, and how long everything took.
    record Answer(int days, long millis, List<Line> data) {}

    private final Survey survey;

    SurveyController(Survey survey) {
        this.survey = survey;
    }

    @GetMapping("/api/v1/survey")
    Answer survey(WorkspaceId workspace, @ParameterObject Asked asked) {
        var months = within("months", Objects.requireNonNullElse(asked.months(), 1), 1, MONTHS_MAX);
        var traced = within("traced", Objects.requireNonNullElse(asked.traced(), 0), 0, TRACED_MAX);
        long start = System.nanoTime();
        var lines = survey.of(workspace, asked.asOf(), months, traced);
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Answer(months, millis, lines.stream().map(Line::of).toList());
    }

    private static int within(String name, int value, int least, int most) {
        if (value < least || value > most) {
            throw Refusal.invalid(
                    name, "'%s' is %d to %d, but got %d.".formatted(name, least, most, value));
        }
        return value;
    }
}
