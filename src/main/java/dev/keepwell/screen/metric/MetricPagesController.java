package dev.keepwell.screen.metric;

import dev.keepwell.health.Models;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Grain;
import dev.keepwell.warehouse.FactFiles;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// The page of one metric. What its file says is there at once; numbers follow part by part.
@Controller
class MetricPagesController {

    /// What an address says beside the metric; all of it may be left out.
    record Asked(
            @Nullable String account,
            @BindParam("as_of") @Nullable LocalDate asOf,
            @Nullable String by) {}

    private final Catalogue catalogue;
    private final FactFiles facts;
    private final Models models;
    private final Figuring figuring;
    private final Subjects subjects;
    private final Evidences evidences;

    MetricPagesController(
            Catalogue catalogue,
            FactFiles facts,
            Models models,
            Figuring figuring,
            Subjects subjects,
            Evidences evidences) {
        this.catalogue = catalogue;
        this.facts = facts;
        this.models = models;
        this.figuring = figuring;
        this.subjects = subjects;
        this.evidences = evidences;
    }

    @GetMapping("/metrics/{id}")
    String metric(WorkspaceId workspace, @PathVariable String id, Asked asked, Model page) {
        var file = catalogue.file(id);
        page.addAttribute("page", MetricPage.of(file, catalogue));
        page.addAttribute("lineage", Lineage.of(file.metric(), facts, models.current(workspace)));
        page.addAttribute("subject", subjects.of(workspace, file.metric(), asked));
        return "metric/metric";
    }

    @GetMapping("/metrics/{id}/value")
    String value(WorkspaceId workspace, @PathVariable String id, Asked asked, Model page) {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        page.addAttribute("subject", subject);
        page.addAttribute("cards", figuring.cards(workspace, subject));
        return "metric/value";
    }

    @GetMapping("/metrics/{id}/trend")
    String trend(WorkspaceId workspace, @PathVariable String id, Asked asked, Model page) {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        page.addAttribute("subject", subject);
        if (subject.canBeAsked()) {
            page.addAttribute("trend", figuring.trend(workspace, subject));
        }
        return "metric/trend";
    }

    @GetMapping("/metrics/{id}/accounts")
    String accounts(WorkspaceId workspace, @PathVariable String id, Asked asked, Model page) {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        page.addAttribute("subject", subject);
        if (subject.metric().isAskedPer(Grain.ACCOUNT)) {
            page.addAttribute("extremes", figuring.extremes(workspace, subject));
        }
        return "metric/accounts";
    }

    @GetMapping("/metrics/{id}/evidence")
    String evidence(WorkspaceId workspace, @PathVariable String id, Asked asked, Model page) {
        var subject = subjects.of(workspace, catalogue.named(id), asked);
        page.addAttribute("subject", subject);
        page.addAttribute("evidence", evidences.of(workspace, subject));
        return "metric/evidence";
    }
}
