package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.keepwell.health.ModelVersion;
import dev.keepwell.health.Models;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.MetricName;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Shows the model by which a workspace judges, checks another, and puts it in force.
@RestController
class ModelsController {

    /// The version in force; the hash is that of its text.
    record InForce(String name, int version, String sha256) {

        static InForce of(ModelVersion it) {
            return new InForce(it.name(), it.number(), it.sha256());
        }
    }

    /// The models of the workspace.
    record Answers(List<InForce> data) {}

    /// A model file as somebody wrote it.
    record Text(@Nullable String yaml) {

        String required() {
            if (yaml == null) {
                throw Refusal.invalid(
                        "yaml", "The text of the model is missing: {\"yaml\": \"…\"}.");
            }
            return yaml;
        }
    }

    /// What came of it: the version in force, whether it is new, and what to look at.
    record Applied(
            String name, int version, @JsonProperty("new") boolean isNew, List<String> warnings) {}

    /// What stands in the way of a model, or is to be looked at.
    record Findings(List<String> findings) {}

    private static final String PATH = "/api/v1/models";

    private final Models models;
    private final Catalogue catalogue;

    ModelsController(Models models, Catalogue catalogue) {
        this.models = models;
        this.catalogue = catalogue;
    }

    @GetMapping(PATH)
    Answers list(WorkspaceId workspace) {
        return new Answers(List.of(InForce.of(models.current(workspace))));
    }

    @GetMapping(PATH + "/current")
    ModelAnswer current(WorkspaceId workspace) {
        return ModelAnswer.of(models.current(workspace));
    }

    @PutMapping(PATH + "/current")
    Applied apply(Caller caller, @RequestBody Text text) {
        var applied = models.apply(caller.workspace(), text.required(), known(), caller.name());
        var version = applied.version();
        return new Applied(version.name(), version.number(), applied.isNew(), applied.warnings());
    }

    /// Publishes nothing.
    @PostMapping("/api/v1/model-checks")
    Findings check(@RequestBody Text text) {
        return new Findings(models.validate(text.required(), known()));
    }

    private List<MetricName> known() {
        return catalogue.names().stream().map(MetricName::new).toList();
    }
}
