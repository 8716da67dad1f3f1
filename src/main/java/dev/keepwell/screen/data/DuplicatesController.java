package dev.keepwell.screen.data;

import dev.keepwell.customer.identity.Duplicates;
import dev.keepwell.customer.identity.Kind;
import dev.keepwell.customer.identity.MergeOrder;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.Joining;
import dev.keepwell.screen.api.Visitor;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which people decide which records are one.
@Controller
class DuplicatesController {

    /// What the address says after two were told apart.
    static final String APART = "apart";

    private static final String PATH = "/data/duplicates";

    /// What the form of a pair says: whose it is, who of the two stays, and why they are one.
    record Form(String kind, String first, String second, String survivor, String reason) {

        MergeOrder order(String by) {
            var loser = survivor.equals(first) ? second : first;
            return new MergeOrder(Kind.of(kind), loser, survivor, MergeOrder.BY_HAND, by, reason);
        }
    }

    private final DuplicatesPages pages;
    private final Duplicates duplicates;
    private final Joining joining;
    private final Visitor visitor;

    DuplicatesController(
            DuplicatesPages pages, Duplicates duplicates, Joining joining, Visitor visitor) {
        this.pages = pages;
        this.duplicates = duplicates;
        this.joining = joining;
        this.visitor = visitor;
    }

    @GetMapping(PATH)
    String show(WorkspaceId workspace, @RequestParam(defaultValue = "") String done, Model page) {
        page.addAttribute("page", pages.of(workspace, done));
        page.addAttribute("mayMerge", visitor.mayMergeRecords());
        return "data/duplicates";
    }

    @PostMapping(PATH + "/merges")
    String merge(WorkspaceId workspace, Form form) {
        var done = joining.merge(workspace, form.order(visitor.name()));
        return "redirect:" + PATH + "?done=" + done.merge().id();
    }

    @PostMapping(PATH + "/undoings")
    String undo(WorkspaceId workspace, @RequestParam String merge) {
        joining.undo(workspace, merge, visitor.name());
        return "redirect:" + PATH + "?done=" + merge;
    }

    @PostMapping(PATH + "/told-apart")
    String tellApart(WorkspaceId workspace, Form form) {
        var kind = Kind.of(form.kind());
        duplicates.tellApart(workspace, kind, form.first(), form.second(), visitor.name());
        return "redirect:" + PATH + "?done=" + APART;
    }
}
