package dev.keepwell.screen.data;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.Visitor;
import dev.keepwell.source.event.Replays;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of what was set aside, and the ways back in.
@Controller
class RejectedController {

    private static final String PATH = "/data/rejected";

    private final RejectedPages pages;
    private final Replays replays;
    private final Visitor visitor;

    RejectedController(RejectedPages pages, Replays replays, Visitor visitor) {
        this.pages = pages;
        this.replays = replays;
        this.visitor = visitor;
    }

    @GetMapping(PATH)
    String reasons(WorkspaceId workspace, Model page) {
        page.addAttribute("reasons", pages.reasons(workspace));
        return "data/rejected";
    }

    @GetMapping(PATH + "/{reason}")
    String group(
            WorkspaceId workspace,
            @PathVariable String reason,
            @RequestParam(defaultValue = "" + Long.MAX_VALUE) long before,
            @RequestParam(defaultValue = "-1") int replayed,
            @RequestParam(defaultValue = "0") int left,
            Model page) {
        page.addAttribute("page", pages.group(workspace, reason, before, done(replayed, left)));
        page.addAttribute("mayMend", visitor.mayMendEvents());
        return "data/group";
    }

    private static String done(int replayed, int left) {
        if (replayed < 0) {
            return "";
        }
        var sent = "%,d sent again".formatted(replayed);
        return left == 0
                ? sent + "."
                : "%s, %,d still break a rule and stay here.".formatted(sent, left);
    }

    @GetMapping(PATH + "/{reason}/preview")
    String preview(WorkspaceId workspace, @PathVariable String reason, Fix fix, Model page) {
        page.addAttribute("it", pages.rehearsal(workspace, reason, fix));
        return "data/preview";
    }

    @PostMapping(PATH + "/{reason}/replays")
    String replayAll(WorkspaceId workspace, @PathVariable String reason, Fix fix) {
        var result = replays.replayAll(workspace, reason, fix.edit());
        return "redirect:%s/%s?replayed=%d&left=%d"
                .formatted(PATH, reason, result.replayed(), result.left());
    }

    @GetMapping("/data/letters/{id}")
    String letter(WorkspaceId workspace, @PathVariable long id, Model page) {
        return show(pages.letter(workspace, id), page);
    }

    @PostMapping("/data/letters/{id}/replay")
    String replay(
            WorkspaceId workspace,
            @PathVariable long id,
            @RequestParam String payload,
            Model page) {
        return show(pages.replay(workspace, id, payload), page);
    }

    @PostMapping("/data/letters/{id}/ignore")
    String ignore(WorkspaceId workspace, @PathVariable long id, Model page) {
        return show(pages.ignore(workspace, id), page);
    }

    private String show(LetterRow row, Model page) {
        page.addAttribute("row", row);
        page.addAttribute("mayMend", visitor.mayMendEvents());
        return "data/letter";
    }
}
