package dev.keepwell.screen.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;

/// Which requests another site could make in somebody's name: those that change something and are
/// let in by a cookie. A bearer token is never sent unasked.
final class Forgery {

    private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private Forgery() {}

    static boolean isPossible(HttpServletRequest request) {
        return !HARMLESS.contains(request.getMethod()) && SessionCookie.speaksFor(request);
    }
}
