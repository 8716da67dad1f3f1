package dev.keepwell.screen.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

/// What a browser may do with an answer: data is only read, and a page loads from nowhere but here
/// and runs nothing that is not a file of ours.
final class ContentPolicy {

    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String PAGE =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:;"
                    + " font-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'self';"
                    + " frame-ancestors 'none'";

    private ContentPolicy() {}

    static void write(HttpServletRequest request, HttpServletResponse response) {
        response.setHeader("Content-Security-Policy", Wish.isPage(request) ? PAGE : DATA);
    }
}
