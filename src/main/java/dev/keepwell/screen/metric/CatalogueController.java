package dev.keepwell.screen.metric;

import dev.keepwell.metric.Catalogue;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/// Lists the metrics.
@Controller
class CatalogueController {

    private final Catalogue catalogue;

    CatalogueController(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    @GetMapping("/metrics")
    String list(Model model) {
        model.addAttribute("page", CataloguePage.of(catalogue));
        return "metric/catalogue";
    }
}
