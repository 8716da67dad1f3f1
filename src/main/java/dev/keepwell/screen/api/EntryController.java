package dev.keepwell.screen.api;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.workspace.NewToken;
import dev.keepwell.workspace.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import org.springframework.web.bind.annotation.ResponseStatus;

/// The door for people: a link that works once, and the way out.
@Controller
class EntryController {

    static final String DOOR = "/sign-in";

    /// A link, as a path on this server: only the caller knows under which name it is reached.
    record Link(String path) {}

    private final Sessions sessions;

    EntryController(Sessions sessions) {
        this.sessions = sessions;
    }

    @GetMapping("/")
    String home() {
        return "redirect:/accounts";
    }

    @GetMapping(DOOR)
    String door(Model model) {
        model.addAttribute("spent", false);
        return "entry/door";
    }

    @GetMapping(DOOR + "/{link}")
    Object enter(@PathVariable String link, HttpServletRequest request, Model model) {
        // Whoever only asks whether there is something does not come in.
        var session =
                HttpMethod.HEAD.matches(request.getMethod())
                        ? Optional.<NewToken>empty()
                        : sessions.open(link);
        if (session.isEmpty()) {
            model.addAttribute("spent", true);
            return "entry/door";
        }
        return leadTo("/accounts", SessionCookie.set(request, session.get().secret()));
    }

    @PostMapping("/sign-out")
    ResponseEntity<Void> leave(HttpServletRequest request) {
        SessionCookie.of(request).ifPresent(sessions::end);
        return leadTo(DOOR, SessionCookie.cleared(request));
    }

    @PostMapping("/api/v1/sign-in-links")
    @ResponseStatus(HttpStatus.CREATED)
    @ResponseBody
    Link link(WorkspaceId workspace) {
        return new Link(DOOR + "/" + sessions.link(workspace).secret());
    }

    private static ResponseEntity<Void> leadTo(String path, String cookie) {
        return ResponseEntity.status(HttpStatus.SEE_OTHER)
                .location(URI.create(path))
                .header(HttpHeaders.SET_COOKIE, cookie)
                .build();
    }
}
