package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Grain;
import dev.keepwell.metric.MetricFile;
import dev.keepwell.metric.WorkedExample;
import dev.keepwell.warehouse.FactFiles;
import dev.keepwell.workspace.Settings;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Tells what metrics there are and what they mean, and answers with their values.
@RestController
class MetricsController {

    /// A metric as its file defines it. Each list of `sources` holds alternatives, and `origins`
    /// are the tables that its facts are built from.
    record Answer(
            String id,
            String title,
            String question,
            String meaning,
            List<String> caveats,
            String kind,
            String unit,
            String better,
            List<String> grains,
            String window,
            String absent,
            int minimum,
            boolean wilson,
            List<List<String>> sources,
            Set<String> origins,
            List<String> components,
            @Nullable String dimension,
            List<String> reads,
            List<String> tags,
            List<String> related,
            String owner,
            int version,
            String query,
            @Nullable String groupQuery,
            List<WorkedExample> examples) {

        static Answer of(MetricFile file, FactFiles facts, Settings settings) {
            var metric = file.metric();
            var meaning = metric.meaning();
            var rules = metric.rules();
            return new Answer(
                    metric.name().value(),
                    meaning.title(),
                    meaning.question(),
                    meaning.text(),
                    meaning.caveats(),
                    metric.kind().word(),
                    meaning.unit().name().toLowerCase(Locale.ROOT),
                    meaning.better().name().toLowerCase(Locale.ROOT),
                    rules.per().stream().map(Grain::word).toList(),
                    rules.window().word(),
                    rules.absent().name().toLowerCase(Locale.ROOT),
                    rules.sample().minimum().under(settings),
                    rules.sample().wilson(),
                    rules.sources(),
                    facts.origins(rules.reads()),
                    rules.lines().components().stream().filter(it -> !it.isEmpty()).toList(),
                    rules.lines().dimension(),
                    rules.reads(),
                    meaning.tags(),
                    meaning.related(),
                    meaning.owner(),
                    meaning.version(),
                    metric.query(),
                    metric.groupQuery().isEmpty() ? null : metric.groupQuery(),
                    WorkedExample.all(file));
        }
    }

    /// All metrics, by name.
    record Answers(List<Answer> data) {}

    /// The values that were asked for.
    record Values(List<Envelope> data) {}

    private final Catalogue catalogue;
    private final FactFiles facts;
    private final Workspaces workspaces;
    private final MetricValues values;
    private final MetricRows rows;

    MetricsController(
            Catalogue catalogue,
            FactFiles facts,
            Workspaces workspaces,
            MetricValues values,
            MetricRows rows) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.workspaces = workspaces;
        this.values = values;
        this.rows = rows;
    }

    @GetMapping("/api/v1/metrics")
    Answers list(WorkspaceId workspace) {
        var settings = workspaces.conventionsOf(workspace).settings();
        return new Answers(
                catalogue.files().stream().map(it -> Answer.of(it, facts, settings)).toList());
    }

    @GetMapping("/api/v1/metrics/{id}")
    Answer metric(WorkspaceId workspace, @PathVariable String id) {
        var settings = workspaces.conventionsOf(workspace).settings();
        return Answer.of(catalogue.file(id), facts, settings);
    }

    @GetMapping("/api/v1/metrics/{id}/values")
    Values values(
            WorkspaceId workspace,
            @PathVariable String id,
            @ParameterObject MetricValues.Asked asked) {
        return new Values(values.of(workspace, id, asked));
    }

    @GetMapping("/api/v1/metrics/{id}/rows")
    MetricRows.Answer rows(
            WorkspaceId workspace,
            @PathVariable String id,
            @ParameterObject MetricValues.Asked asked,
            @ParameterObject MetricRows.Place place) {
        return rows.of(workspace, values.request(workspace, id, asked), place);
    }
}
