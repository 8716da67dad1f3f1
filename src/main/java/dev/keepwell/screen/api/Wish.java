package dev.keepwell.screen.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpHeaders;

/// What a caller would like to get: a page for a person, or data for a program.
final class Wish {

    private Wish() {}

    /// Programs ask below `/api` and `/v1`, and elsewhere do not say that they read HTML.
    static boolean isPage(HttpServletRequest request) {
        var path = request.getRequestURI();
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return !path.startsWith("/api/")
                && !path.startsWith("/v1/")
                && accept != null
                && accept.contains("text/html");
    }

    /// Whether a script of ours asks for a part of the page that is on screen.
    static boolean isPart(HttpServletRequest request) {
        return request.getHeader("HX-Request") != null;
    }
}
