package dev.keepwell.screen.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.keepwell.kernel.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/// A no over HTTP, in the form of RFC 9457: what went wrong, in a word for scripts and a sentence
/// for people.
@JsonInclude(JsonInclude.Include.NON_NULL)
record Problem(
        String type,
        String title,
        int status,
        String code,
        String detail,
        @Nullable String requestId) {

    static final MediaType MEDIA_TYPE = MediaType.APPLICATION_PROBLEM_JSON;

    private static final String TYPES = "https://docs.keepwell.dev/errors/";

    /// Outside of Spring MVC nobody writes answers for us.
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();

    static Problem of(HttpStatus status, String code, String detail) {
        return new Problem(
                TYPES + code,
                status.getReasonPhrase(),
                status.value(),
                code,
                detail,
                RequestIds.current());
    }

    static Problem of(Refusal refusal) {
        return of(status(refusal.kind()), refusal.code(), refusal.reason());
    }

    void write(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE.toString());
        response.getOutputStream().write(JSON.writeValueAsBytes(this));
    }

    private static HttpStatus status(Refusal.Kind kind) {
        return switch (kind) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
            case OUTDATED -> HttpStatus.PRECONDITION_FAILED;
            case CONFIGURATION, UNREACHABLE -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_LARGE -> HttpStatus.CONTENT_TOO_LARGE;
        };
    }
}
