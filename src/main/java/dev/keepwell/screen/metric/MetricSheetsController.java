package dev.keepwell.screen.metric;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The tables of a page about a metric, whole and as CSV.
@Controller
class MetricSheetsController {

    private final Catalogue catalogue;
    private final Subjects subjects;
    private final MetricSheets sheets;

    MetricSheetsController(Catalogue catalogue, Subjects subjects, MetricSheets sheets) {
        this.catalogue = catalogue;
        this.subjects = subjects;
        this.sheets = sheets;
    }

    @GetMapping("/metrics/{id}/row-sheet")
    void rows(
            WorkspaceId workspace,
            @PathVariable String id,
            MetricPagesController.Asked asked,
            HttpServletResponse response)
            throws IOException {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        sheets.rows(workspace, subject).send(response);
    }

    @GetMapping("/metrics/{id}/account-sheet")
    void accounts(
            WorkspaceId workspace,
            @PathVariable String id,
            MetricPagesController.Asked asked,
            HttpServletResponse response)
            throws IOException {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        sheets.accounts(workspace, subject).send(response);
    }
}
