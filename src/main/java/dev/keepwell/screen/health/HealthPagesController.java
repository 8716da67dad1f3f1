package dev.keepwell.screen.health;

import dev.keepwell.health.Models;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// The page about the health of all customers.
@Controller
class HealthPagesController {

    private final Overviews overviews;
    private final Movers.Source movers;
    private final Models models;
    private final Catalogue catalogue;

    HealthPagesController(
            Overviews overviews, Movers.Source movers, Models models, Catalogue catalogue) {
        this.overviews = overviews;
        this.movers = movers;
        this.models = models;
        this.catalogue = catalogue;
    }

    @GetMapping("/health")
    String overview(WorkspaceId workspace, Model page) {
        overviews
                .of(workspace)
                .map(it ->
                        new OverviewPage.Findings(
                                it, movers.of(workspace), models.current(workspace), catalogue))
                .ifPresent(it -> page.addAttribute("page", OverviewPage.of(it)));
        return "health/overview";
    }
}
