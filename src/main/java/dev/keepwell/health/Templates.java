package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.warehouse.Connections;
import java.util.List;

/// The models to begin with.
public final class Templates {

    private static final List<String> NAMES =
            List.of(
                    "default",
                    "with_service",
                    "starter_four",
                    "high_touch",
                    "low_touch",
                    "onboarding",
                    "first_file");

    private final Models models;
    private final Catalogue catalogue;
    private final Connections connections;

    Templates(Models models, Catalogue catalogue, Connections connections) {
        this.models = models;
        this.catalogue = catalogue;
        this.connections = connections;
    }

    public List<Template> all() {
        return NAMES.stream().map(this::named).toList();
    }

    public Template named(String name) {
        if (!NAMES.contains(name)) {
            throw Refusal.unknown(
                    "unknown_template",
                    "There is no template '%s'.%s"
                            .formatted(name, Suggestion.forWord(name, NAMES)));
        }
        var yaml = Packaged.text("/catalog/models/%s.yaml".formatted(name));
        return new Template(name, yaml, models.read(yaml));
    }

    /// What the template needs, and what the workspace does not have yet.
    public List<Template.Need> needs(WorkspaceId workspace, Template template) {
        return template.needs(catalogue, connections.of(workspace));
    }
}
