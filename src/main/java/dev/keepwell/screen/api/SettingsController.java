package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Restatement;
import dev.keepwell.workspace.Decision;
import dev.keepwell.workspace.Settings;
import dev.keepwell.workspace.Workspaces;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// What a workspace has decided about its metrics, and what a decision restates.
@RestController
class SettingsController {

    /// A setting as it is, and the metrics whose history a change of it restates.
    record Answer(
            String name,
            String value,
            String usual,
            String allowed,
            String meaning,
            List<String> restates) {}

    /// All settings under the version that holds now.
    record Answers(int version, List<Answer> data) {}

    /// What holds from now on, and the history that it restates.
    record Decided(
            int version, Map<String, String> decided, List<String> restates, String history) {}

    /// Every change, the newest first.
    record Decisions(List<Decision> data) {}

    private static final String HISTORY =
            "These metrics are computed anew for every day, past days included. Scores of closed"
                    + " days stay as they were published.";

    private final Workspaces workspaces;
    private final Restatement restatement;

    SettingsController(Workspaces workspaces, Restatement restatement) {
        this.workspaces = workspaces;
        this.restatement = restatement;
    }

    @GetMapping("/api/v1/settings")
    Answers list(WorkspaceId workspace) {
        var settings = workspaces.conventionsOf(workspace).settings();
        return new Answers(
                settings.version(),
                Settings.all().stream()
                        .map(it ->
                                new Answer(
                                        it.name(),
                                        settings.value(it.name()),
                                        it.usual(),
                                        it.allowed().words(),
                                        it.meaning(),
                                        restatement.of(List.of(it.name()))))
                        .toList());
    }

    @PutMapping("/api/v1/settings")
    Decided decide(WorkspaceId workspace, @RequestBody Map<String, Object> changes) {
        var words =
                changes.entrySet().stream()
                        .collect(
                                Collectors.toMap(
                                        Map.Entry::getKey, it -> String.valueOf(it.getValue())));
        var settings = workspaces.decide(workspace, words);
        return new Decided(
                settings.version(), settings.decided(), restatement.of(words.keySet()), HISTORY);
    }

    @GetMapping("/api/v1/settings/decisions")
    Decisions decisions(WorkspaceId workspace) {
        return new Decisions(workspaces.decisions(workspace));
    }
}
