package dev.keepwell.screen.data;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.Visitor;
import dev.keepwell.source.flow.Sources;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Where data comes from: how often, how much, and whether it is late.
@Controller
class SourcePagesController {

    private static final String PATH = "/data/sources";

    private final Sources sources;
    private final LivePages places;
    private final Visitor visitor;

    SourcePagesController(Sources sources, LivePages places, Visitor visitor) {
        this.sources = sources;
        this.places = places;
        this.visitor = visitor;
    }

    @GetMapping(PATH)
    String list(WorkspaceId workspace, Model page) {
        var place = places.place(workspace);
        var rows = sources.all(workspace).stream().map(it -> SourceRow.of(it, place)).toList();
        page.addAttribute("sources", rows);
        page.addAttribute("mayChange", visitor.mayChangeSources());
        return "data/sources";
    }

    @PostMapping(PATH + "/{name}")
    String change(
            WorkspaceId workspace,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String every,
            @RequestParam(defaultValue = "") String table,
            @RequestParam(required = false) @Nullable String owner,
            @RequestParam(required = false) @Nullable Boolean paused) {
        var change = new Sources.Change(every, table, owner, paused);
        sources.change(workspace, name, change, visitor.name());
        return "redirect:" + PATH;
    }
}
