package dev.keepwell.screen.api;

import dev.keepwell.health.Template;
import dev.keepwell.health.Templates;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Models to begin with, what data each needs, and which of it has not come in yet.
@RestController
class ModelTemplatesController {

    /// A measure with the tables that it needs, one of each list; missing while one has not come.
    record Need(String metric, List<List<String>> tables, boolean missing) {}

    /// A template: its measures without data are those that would stay without points.
    record Answer(String id, String title, String yaml, List<Need> needs, int missing) {}

    /// All templates.
    record Answers(List<Answer> data) {}

    private final Templates templates;

    ModelTemplatesController(Templates templates) {
        this.templates = templates;
    }

    @GetMapping("/api/v1/models/templates")
    Answers list(WorkspaceId workspace) {
        return new Answers(templates.all().stream().map(it -> answer(workspace, it)).toList());
    }

    private Answer answer(WorkspaceId workspace, Template template) {
        var needs =
                templates.needs(workspace, template).stream()
                        .map(it -> new Need(it.metric().value(), it.tables(), it.isMissing()))
                        .toList();
        var missing = (int) needs.stream().filter(Need::missing).count();
        return new Answer(
                template.name(), template.model().title(), template.yaml(), needs, missing);
    }
}
