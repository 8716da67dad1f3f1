package dev.keepwell.screen.api;

import dev.keepwell.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;

/// Turns whatever a request ends in into a [Problem].
@RestControllerAdvice
class Problems extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);

    private final ProblemPages pages;

    Problems(ProblemPages pages) {
        this.pages = pages;
    }

    @ExceptionHandler
    ResponseEntity<Object> refused(Refusal refusal) {
        return answer(Problem.of(refusal), HttpHeaders.EMPTY);
    }

    /// Value types of the kernel check themselves; what they refuse came from the request.
    @ExceptionHandler
    ResponseEntity<Object> mistyped(MethodArgumentTypeMismatchException mismatch) {
        var detail =
                "The parameter '%s' cannot be '%s'. %s"
                        .formatted(mismatch.getName(), mismatch.getValue(), form(mismatch));
        return answer(
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "parameter", detail.strip()),
                HttpHeaders.EMPTY);
    }

    @ExceptionHandler
    ResponseEntity<Object> broken(Exception bug, HttpServletResponse response) throws Exception {
        LOG.error("A request ended in a fault of ours.", bug);
        if (response.isCommitted()) {
            throw bug; // The container cuts the connection, which says that this is not all.
        }
        var detail =
                "Keepwell failed in a way nobody foresaw. The log has the reason beside this"
                        + " request id.";
        return answer(
                Problem.of(HttpStatus.INTERNAL_SERVER_ERROR, "internal", detail),
                HttpHeaders.EMPTY);
    }

    @Override
    protected ResponseEntity<Object> handleHttpMessageNotReadable(
            HttpMessageNotReadableException unreadable,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var cause = unreadable.getMostSpecificCause();
        var first = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
        return answer(
                Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "unreadable",
                        "The body is not as it should" + " be: " + first),
                headers);
    }

    @Override
    protected ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid,
            HttpHeaders headers,
            HttpStatusCode status,
            WebRequest request) {
        var detail =
                invalid.getFieldErrors().stream()
                        .map(it ->
                                "The parameter '%s' cannot be '%s'."
                                        .formatted(it.getField(), it.getRejectedValue()))
                        .collect(Collectors.joining(" "));
        return answer(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "parameter", detail), headers);
    }

    @Override
    protected ResponseEntity<Object> handleExceptionInternal(
            Exception exception,
            @Nullable Object body,
            HttpHeaders headers,
            HttpStatusCode code,
            WebRequest request) {
        var status = HttpStatus.valueOf(code.value());
        var word = status.name().toLowerCase(Locale.ROOT);
        var detail =
                exception instanceof org.springframework.web.ErrorResponse it
                        ? String.valueOf(it.getBody().getDetail())
                        : status.getReasonPhrase();
        return answer(Problem.of(status, word, detail), headers);
    }

    private static String form(MethodArgumentTypeMismatchException mismatch) {
        var type = mismatch.getRequiredType();
        if (type == null) {
            return "";
        }
        return switch (type.getSimpleName()) {
            case "LocalDate" -> "A day is written 2025-03-31, from 1900 to 9999.";
            case "Instant" -> "A moment is written 2025-03-31T12:00:00Z, from 1900 to 9999.";
            case "int", "Integer", "long", "Long" -> "A whole number belongs there.";
            case "boolean", "Boolean" -> "It is true or false.";
            default -> "";
        };
    }

    /// In the form in which the caller reads.
    private ResponseEntity<Object> answer(Problem problem, HttpHeaders headers) {
        var answer = ResponseEntity.status(problem.status()).headers(headers);
        var request = ProblemPages.currentRequest();
        return Wish.isPage(request)
                ? answer.contentType(ProblemPages.HTML).body(pages.draw(problem, request))
                : answer.contentType(Problem.MEDIA_TYPE).body(problem);
    }
}
