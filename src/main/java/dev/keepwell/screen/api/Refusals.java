package dev.keepwell.screen.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.csrf.CsrfException;

/// Tells those who may not come in why, and how they could.
final class Refusals {

    private Refusals() {}

    static void unknown(
            HttpServletRequest request, HttpServletResponse response, AuthenticationException no)
            throws IOException {
        if (Wish.isPart(request)) {
            // A part of a page has no place for the way in: the whole window goes there.
            response.setHeader("HX-Redirect", EntryController.DOOR);
        } else if (Wish.isPage(request)) {
            response.sendRedirect(EntryController.DOOR);
            return;
        }
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "token_missing",
                        "This needs a token that is valid: 'Authorization: Bearer kw_…'."
                                + " ./keepwell token create makes one.")
                .write(response);
    }

    static void denied(
            HttpServletRequest request, HttpServletResponse response, AccessDeniedException no)
            throws IOException {
        problem(request, no).write(response);
    }

    private static Problem problem(HttpServletRequest request, AccessDeniedException no) {
        if (no instanceof CsrfException) {
            return Problem.of(
                    HttpStatus.FORBIDDEN,
                    "csrf",
                    "A change in the name of a session needs the token of a page of ours. Reload"
                            + " the page and try again.");
        }
        var scope =
                Policy.route(request.getMethod(), request.getRequestURI())
                        .map(it -> it.permission().word())
                        .orElse("another scope");
        return Problem.of(
                HttpStatus.FORBIDDEN,
                "scope_missing",
                "The token is valid and may not do this: it needs the scope %s.".formatted(scope));
    }
}
