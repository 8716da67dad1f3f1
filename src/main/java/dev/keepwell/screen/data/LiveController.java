package dev.keepwell.screen.data;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.Visitor;
import dev.keepwell.screen.frame.Sheets;
import dev.keepwell.source.event.TestEvents;
import dev.keepwell.workspace.Tokens;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// The page on which senders look for what they just sent.
@Controller
class LiveController {

    private static final MediaType HTML =
            new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
    private static final Narrowing ALL = new Narrowing("", "");

    private final LivePages pages;
    private final TestEvents tests;
    private final Tokens tokens;
    private final Visitor visitor;
    private final Sheets sheets;

    LiveController(
            LivePages pages, TestEvents tests, Tokens tokens, Visitor visitor, Sheets sheets) {
        this.pages = pages;
        this.tests = tests;
        this.tokens = tokens;
        this.visitor = visitor;
        this.sheets = sheets;
    }

    @GetMapping(Narrowing.PATH)
    String live(WorkspaceId workspace, Narrowing narrowing, Model page) {
        page.addAttribute("page", pages.of(workspace, narrowing));
        page.addAttribute("maySend", visitor.mayMendEvents());
        page.addAttribute("mayMakeKeys", visitor.mayMakeKeys());
        page.addAttribute("first", Curl.first());
        return "data/live";
    }

    /// The list again, and nothing when it is as it was: then what is open stays open.
    @GetMapping(Narrowing.PATH + "/calls")
    ResponseEntity<byte[]> calls(
            WorkspaceId workspace,
            Narrowing narrowing,
            @RequestParam(defaultValue = "") String mark,
            HttpServletRequest request) {
        if (pages.isUnchanged(workspace, mark)) {
            return ResponseEntity.noContent().build();
        }
        var things = Map.of("page", pages.of(workspace, narrowing));
        return ResponseEntity.ok()
                .contentType(HTML)
                .body(sheets.draw("data/calls", things, request).toByteArray());
    }

    @GetMapping(Narrowing.PATH + "/calls/{id}")
    String call(WorkspaceId workspace, @PathVariable String id, Model page) {
        page.addAttribute("body", pages.body(workspace, id));
        return "data/call";
    }

    @PostMapping(Narrowing.PATH + "/test-events")
    String test(WorkspaceId workspace, Model page) {
        tests.send(workspace);
        page.addAttribute("page", pages.of(workspace, ALL));
        return "data/calls";
    }

    /// Its text is shown in this answer, and never again.
    @PostMapping(Narrowing.PATH + "/write-keys")
    String key(WorkspaceId workspace, Model page) {
        page.addAttribute("key", tokens.createWriteKey(workspace, "first sender", null));
        return "data/key";
    }
}
