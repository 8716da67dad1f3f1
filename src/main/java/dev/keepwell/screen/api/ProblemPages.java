package dev.keepwell.screen.api;

import dev.keepwell.screen.frame.Sheets;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/// Problems as people read them: what failed, what to do, and the request's id in small type.
@Component
class ProblemPages {

    static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final Sheets sheets;

    ProblemPages(Sheets sheets) {
        this.sheets = sheets;
    }

    static HttpServletRequest currentRequest() {
        var attributes = (ServletRequestAttributes) RequestContextHolder.currentRequestAttributes();
        return attributes.getRequest();
    }

    byte[] draw(Problem problem, HttpServletRequest request) {
        var things =
                Map.of(
                        "heading", problem.status() == 404 ? "Nothing here" : problem.title(),
                        "detail", problem.detail(),
                        "requestId", Objects.requireNonNullElse(problem.requestId(), ""));
        // A part that failed says so in its own place, and the rest of the page stays alive.
        var template = Wish.isPart(request) ? "entry/problem_part" : "entry/problem";
        return sheets.draw(template, things, request).toByteArray();
    }
}
