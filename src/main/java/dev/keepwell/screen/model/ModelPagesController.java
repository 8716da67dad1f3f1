package dev.keepwell.screen.model;

import dev.keepwell.health.Draft;
import dev.keepwell.health.Drafts;
import dev.keepwell.health.Models;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.metric.Conditions;
import dev.keepwell.screen.api.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of a model: to read it, to change a draft of it, and to see how its versions differ.
@Controller
class ModelPagesController {

    static final String PAGE = "/health/models/{name}";

    private final Models models;
    private final Drafts drafts;
    private final Catalogue catalogue;
    private final Conditions conditions;
    private final Forecast.Source forecasts;
    private final Visitor visitor;

    ModelPagesController(
            Models models,
            Drafts drafts,
            Catalogue catalogue,
            Conditions conditions,
            Forecast.Source forecasts,
            Visitor visitor) {
        this.models = models;
        this.drafts = drafts;
        this.catalogue = catalogue;
        this.conditions = conditions;
        this.forecasts = forecasts;
        this.visitor = visitor;
    }

    @ModelAttribute
    void rights(Model page) {
        page.addAttribute("rights", new Rights(visitor.mayChangeModels(), visitor.name()));
    }

    @GetMapping(PAGE)
    String read(
            WorkspaceId workspace,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String node,
            Model page) {
        var version = models.current(workspace);
        if (!version.name().equals(name)) {
            throw Refusal.unknown(
                    "unknown_model",
                    "There is no model '%s' in force. The one in force is '%s'."
                            .formatted(name, version.name()));
        }
        page.addAttribute("name", name);
        page.addAttribute("history", History.of(models, drafts, workspace, version));
        page.addAttribute("text", models.text(workspace, version.number()));
        page.addAttribute("desk", desk(version.model(), node));
        return "model/read";
    }

    @GetMapping(PAGE + "/edit")
    String edit(
            WorkspaceId workspace,
            @PathVariable String name,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String node,
            Model page) {
        draw(workspace, name, drafts.find(workspace, draft), node, page);
        return "model/edit";
    }

    /// The parts of the page that a change of the draft may change.
    @GetMapping(PAGE + "/edit/desk")
    String parts(
            WorkspaceId workspace,
            @PathVariable String name,
            @RequestParam String draft,
            @RequestParam(defaultValue = "") String node,
            Model page) {
        draw(workspace, name, drafts.find(workspace, draft), node, page);
        return "model/parts";
    }

    @GetMapping(PAGE + "/edit/consequences")
    String consequences(
            WorkspaceId workspace,
            @RequestParam String draft,
            @RequestParam(defaultValue = "false") boolean exact,
            Model page) {
        var text = drafts.find(workspace, draft).yaml();
        page.addAttribute("pane", Pane.of(forecasts.of(workspace, text, exact)));
        return "model/consequences";
    }

    @GetMapping(PAGE + "/versions/{from}...{to}")
    String difference(
            WorkspaceId workspace,
            @PathVariable String name,
            @PathVariable int from,
            @PathVariable int to,
            Model page) {
        page.addAttribute("name", name);
        page.addAttribute("comparison", Comparison.of(models, workspace, from, to));
        return "model/difference";
    }

    /// A text that is no model yet has no form: it is shown as it is, with what is wrong with it.
    private void draw(WorkspaceId workspace, String name, Draft draft, String node, Model page) {
        page.addAttribute("name", name);
        page.addAttribute("draft", DraftView.of(draft, models.current(workspace), visitor.name()));
        try {
            page.addAttribute("desk", desk(models.read(draft.yaml()), node));
        } catch (Refusal refusal) {
            page.addAttribute("broken", refusal.reason());
        }
    }

    private Desk desk(dev.keepwell.health.Model model, String node) {
        return Desk.of(model, node, catalogue, conditions.names());
    }
}
