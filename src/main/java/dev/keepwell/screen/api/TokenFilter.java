package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.web.filter.OncePerRequestFilter;

/// Reads the bearer token of a request, or else the session of its browser, and says who is
/// calling. Whether they may is not its question.
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
        try {
            caller(request).ifPresent(it -> remember(request, it));
        } catch (Refusal refusal) {
            Problem.of(refusal).write(response);
            return;
        }
        chain.doFilter(request, response);
    }

    private Optional<Caller> caller(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null) {
            return SessionCookie.of(request).flatMap(callers::inSession);
        }
        if (!header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return Optional.empty();
        }
        var token = header.substring(BEARER.length()).strip();
        return callers.find(token, request.getHeader(Callers.WORKSPACE));
    }

    /// Pages are drawn outside of controllers, and read the workspace from the request.
    private static void remember(HttpServletRequest request, Caller caller) {
        request.setAttribute(WorkspaceId.class.getName(), caller.workspace());
        var authentication =
                UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of());
        SecurityContextHolder.setContext(new SecurityContextImpl(authentication));
    }
}
