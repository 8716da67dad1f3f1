package dev.keepwell.screen.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/// Answers where a request failed before it came to a controller.
@RestController
class FailureController implements ErrorController {

    private final ProblemPages pages;

    FailureController(ProblemPages pages) {
        this.pages = pages;
    }

    @RequestMapping("/error")
    @Nullable ResponseEntity<Object> failed(
            HttpServletRequest request, HttpServletResponse response) {
        if (response.isCommitted()) {
            return null; // Nothing is appended to an answer that broke off.
        }
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var resolved = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        var status = resolved == null ? HttpStatus.NOT_FOUND : resolved;
        var problem =
                Problem.of(
                        status,
                        status.is5xxServerError() ? "internal" : "request",
                        "The request could not be handled: %s."
                                .formatted(status.getReasonPhrase()));
        return Wish.isPage(request)
                ? ResponseEntity.status(status)
                        .contentType(ProblemPages.HTML)
                        .body(pages.draw(problem, request))
                : ResponseEntity.status(status).contentType(Problem.MEDIA_TYPE).body(problem);
    }
}
