package dev.keepwell.screen.api;

import dev.keepwell.workspace.Sessions;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.web.util.WebUtils;

/// The cookie by which a browser shows its session. No script can read it, and no other site's
/// forms carry it.
final class SessionCookie {

    private static final String NAME = "keepwell_session";

    private SessionCookie() {}

    static Optional<String> of(HttpServletRequest request) {
        return Optional.ofNullable(WebUtils.getCookie(request, NAME)).map(it -> it.getValue());
    }

    /// Whether a request is let in by its cookie, which the browser sends unasked.
    static boolean speaksFor(HttpServletRequest request) {
        return request.getHeader(HttpHeaders.AUTHORIZATION) == null && of(request).isPresent();
    }

    static String set(HttpServletRequest request, String session) {
        return cookie(request, session, Sessions.LIFE);
    }

    static String cleared(HttpServletRequest request) {
        return cookie(request, "", Duration.ZERO);
    }

    private static String cookie(HttpServletRequest request, String value, Duration life) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .secure(request.isSecure())
                .sameSite("Lax")
                .path("/")
                .maxAge(life)
                .build()
                .toString();
    }
}
