package dev.keepwell.screen.api;

import dev.keepwell.health.Consequences;
import dev.keepwell.health.Distribution;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.model.Forecast;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Tells what a model would change today, before anybody puts it in force.
@RestController
class ConsequencesController {

    /// The text of a model. Of very many accounts a sample is judged, unless `exact` is true.
    record Asked(@Nullable String yaml, @Nullable Boolean exact) {

        String text() {
            if (yaml == null) {
                throw Refusal.invalid(
                        "yaml", "The text of the model is missing: {\"yaml\": \"…\"}.");
            }
            return yaml;
        }

        boolean isExact() {
            return exact != null && exact;
        }
    }

    /// How the values of a metric are spread over the accounts of today, in bins between the lowest
    /// and the highest; null where nobody has a value.
    record Spreading(
            String metric,
            int accounts,
            int known,
            @Nullable Double lowest,
            @Nullable Double highest,
            List<Integer> bins,
            Distribution.@Nullable Quantiles quantiles) {

        static Spreading of(String metric, Distribution it) {
            var isEmpty = it.known() == 0;
            return new Spreading(
                    metric,
                    it.accounts(),
                    it.known(),
                    isEmpty ? null : it.lowest(),
                    isEmpty ? null : it.highest(),
                    it.bins(),
                    it.quantiles());
        }
    }

    private final Forecast.Source forecasts;
    private final Consequences consequences;
    private final Catalogue catalogue;

    ConsequencesController(
            Forecast.Source forecasts, Consequences consequences, Catalogue catalogue) {
        this.forecasts = forecasts;
        this.consequences = consequences;
        this.catalogue = catalogue;
    }

    @GetMapping("/api/v1/models/distributions/{metric}")
    Spreading distribution(WorkspaceId workspace, @PathVariable String metric) {
        var name = catalogue.named(metric).name();
        return Spreading.of(metric, consequences.distribution(workspace, name));
    }

    /// Publishes nothing.
    @PostMapping("/api/v1/models/consequences")
    ConsequencesAnswer consequences(WorkspaceId workspace, @RequestBody Asked asked) {
        return ConsequencesAnswer.of(forecasts.of(workspace, asked.text(), asked.isExact()));
    }
}
