package dev.keepwell.screen.metric;

import dev.keepwell.health.Models;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Lists the metrics.
@Controller
class CatalogueController {

    private final Catalogue catalogue;

    private final Models models;

    CatalogueController(Catalogue catalogue, Models models) {
        this.catalogue = catalogue;
        this.models = models;
    }

    @GetMapping("/metrics")
    String list(WorkspaceId workspace, CataloguePage.Asked asked, Model page) {
        var model = models.current(workspace).model();
        page.addAttribute("page", CataloguePage.of(catalogue, model, asked));
        return "metric/catalogue";
    }
}
