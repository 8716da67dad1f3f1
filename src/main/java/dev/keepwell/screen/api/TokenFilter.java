package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the bearer token of a request and says who is calling. Whether they may is not its
/// question.
final class TokenFilter extends OncePerRequestFilter {

    private static final String BEARER = "Bearer ";

    private final Callers callers;

    TokenFilter(Callers callers) {
        this.callers = callers;
    }

    @Override
    protected void doFilterInternal(
            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header != null && header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            var token = header.substring(BEARER.length()).strip();
            try {
                callers.find(token, request.getHeader(Callers.WORKSPACE))
                        .ifPresent(TokenFilter::remember);
            } catch (Refusal refusal) {
                Problem.of(refusal).write(response);
                return;
            }
        }
        chain.doFilter(request, response);
    }

    private static void remember(Caller caller) {
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }
}
