package dev.keepwell.screen.api;

import dev.keepwell.health.Models;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.health.Movers;
import dev.keepwell.screen.health.Overviews;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Tells how all accounts stand together.
@RestController
class OverviewController {

    private final Overviews overviews;
    private final Movers.Source movers;
    private final Models models;

    OverviewController(Overviews overviews, Movers.Source movers, Models models) {
        this.overviews = overviews;
        this.movers = movers;
        this.models = models;
    }

    @GetMapping("/api/v1/health/overview")
    OverviewAnswer overview(WorkspaceId workspace) {
        return overviews
                .of(workspace)
                .map(it -> OverviewAnswer.of(it, movers.of(workspace), models.current(workspace)))
                .orElseThrow(() ->
                        Refusal.unknown(
                                "day_not_closed",
                                "No day was judged yet. './keepwell run --from … --to …' closes"
                                        + " days."));
    }
}
