package dev.keepwell.screen.model;

import dev.keepwell.health.Drafts;
import dev.keepwell.health.Drafts.Hand;
import dev.keepwell.health.Publishing;
import dev.keepwell.health.Publishing.Terms;
import dev.keepwell.health.Template;
import dev.keepwell.health.Templates;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.Visitor;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The way from the first data to the first score: a model to begin with, published at once.
@Controller
class StartController {

    private static final String PATH = "/health/start";

    private final Templates templates;
    private final Drafts drafts;
    private final Publishing publishing;
    private final Visitor visitor;

    StartController(Templates templates, Drafts drafts, Publishing publishing, Visitor visitor) {
        this.templates = templates;
        this.drafts = drafts;
        this.publishing = publishing;
        this.visitor = visitor;
    }

    @GetMapping(PATH)
    String choose(WorkspaceId workspace, Model page) {
        page.addAttribute("starters", starters(workspace));
        page.addAttribute("mayPublish", visitor.mayChangeModels());
        return "model/start";
    }

    /// Publishes a template as it is; it can be drafted on from then on like any other model.
    @PostMapping(PATH)
    String publish(WorkspaceId workspace, @RequestParam String template) {
        var chosen = templates.named(template);
        var author = visitor.name();
        var draft = drafts.create(workspace, chosen.model().title(), chosen.yaml(), author);
        publishing.publish(
                workspace,
                draft.id(),
                new Hand(author, draft.revision()),
                new Terms("Begun from the template " + template + ".", null, true, false));
        return "redirect:/health";
    }

    /// Those of which most can be heard come first.
    private List<Starter> starters(WorkspaceId workspace) {
        var starters =
                new ArrayList<>(
                        templates.all().stream().map(it -> starter(workspace, it)).toList());
        starters.sort(
                Comparator.comparingDouble((Starter it) -> (double) it.heard() / it.measures())
                        .thenComparingInt(Starter::heard)
                        .reversed());
        starters.set(0, starters.getFirst().best());
        return starters;
    }

    private Starter starter(WorkspaceId workspace, Template template) {
        var needs = templates.needs(workspace, template);
        var silent =
                needs.stream()
                        .filter(Template.Need::isMissing)
                        .map(it -> new Starter.Silent(it.metric().value(), tables(it.tables())))
                        .toList();
        return new Starter(
                template.name(),
                template.model().title(),
                needs.size(),
                needs.size() - silent.size(),
                silent,
                false);
    }

    /// Of each row of tables one is needed.
    private static String tables(List<List<String>> tables) {
        return tables.stream()
                .map(it -> String.join(" or ", it))
                .collect(Collectors.joining(" and "));
    }
}
