package dev.keepwell.screen.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/// Turns requests away whose parameters hold a NUL, a sign that no text of ours can have:
/// PostgreSQL keeps none, and what reads C strings ends there. In a path the container refuses it
/// before us.
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 1)
final class NulCheck extends OncePerRequestFilter {

    private static final String NUL = "%00";

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (hasNul(request.getQueryString())) {
            Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "nul",
                            "A parameter holds a NUL (%00), which no text can have. Leave it out.")
                    .write(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private static boolean hasNul(@Nullable String encoded) {
        return encoded != null && encoded.contains(NUL);
    }
}
