package dev.keepwell.screen.api;

import dev.keepwell.health.Models;
import dev.keepwell.health.Scores;
import dev.keepwell.health.WhatIf;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.MetricName;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tells what the score of an account would be if measures had other values.
@RestController
class WhatIfController {

    /// The values to suppose, by metric, in the units of the metrics.
    record Supposed(@Nullable Map<String, @Nullable Double> values) {

        Map<MetricName, Double> named() {
            if (values == null || values.isEmpty() || values.containsValue(null)) {
                throw Refusal.invalid(
                        "what_if", "Suppose a value: {\"values\": {\"dau_mau_ratio\": 0.4}}.");
            }
            return values.entrySet().stream()
                    .collect(
                            Collectors.toMap(
                                    it -> new MetricName(it.getKey()), Map.Entry::getValue));
        }
    }

    private final AccountRef ref;
    private final Scores scores;
    private final Models models;

    WhatIfController(AccountRef ref, Scores scores, Models models) {
        this.ref = ref;
        this.scores = scores;
        this.models = models;
    }

    @PostMapping({AccountRef.OURS + "/health/what-if", AccountRef.THEIRS + "/health/what-if"})
    HealthAnswer whatIf(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestBody Supposed supposed) {
        var account = ref.find(workspace, path);
        var anatomy =
                scores.newest(workspace, account.id())
                        .orElseThrow(() -> HealthController.notScored(account, "yet"));
        var model = models.version(workspace, anatomy.judge().version()).orElseThrow();
        return HealthAnswer.of(WhatIf.of(anatomy, model, supposed.named()), model.model());
    }
}
