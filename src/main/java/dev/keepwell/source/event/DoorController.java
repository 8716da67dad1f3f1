package dev.keepwell.source.event;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.CrossOrigin;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// The ways in for SDKs and browsers, with the paths, keys and answers that those of Segment,
/// RudderStack and PostHog know. A browser may send from any page: it shows no cookie, and reads
/// nothing but what became of its events.
@RestController
@CrossOrigin(origins = "*", allowedHeaders = "*", allowCredentials = "false", maxAge = 86_400)
class DoorController {

    private static final Logger LOG = LoggerFactory.getLogger(DoorController.class);
    private static final Pattern SAFE = Pattern.compile("[\\x21-\\x7e]{1,200}");

    /// Beyond so many at once senders wait outside, and pages are answered all the same.
    private static final int AT_ONCE = 64;

    private final Door door;
    private final Reading reading = new Reading();
    private final Semaphore places = new Semaphore(AT_ONCE);

    DoorController(Door door) {
        this.door = door;
    }

    @PostMapping({
        "/v1/batch", "/v1/batch/", "/v1/import", "/v1/import/", "/batch", "/batch/",
        "/v1/track", "/v1/track/", "/v1/identify", "/v1/identify/", "/v1/page", "/v1/page/",
        "/v1/screen", "/v1/screen/", "/v1/group", "/v1/group/", "/v1/alias", "/v1/alias/"
    })
    ResponseEntity<?> take(HttpServletRequest request) throws IOException {
        try {
            Unpacking.check(request.getHeader(HttpHeaders.CONTENT_ENCODING));
            var knock = knock(request);
            return reading.read(
                    request.getInputStream(),
                    request.getContentLengthLong(),
                    body -> take(knock, body));
        } catch (Refused e) {
            return refused(e, status(e, request));
        }
    }

    private ResponseEntity<?> take(Door.Knock knock, byte[] body) {
        if (!places.tryAcquire()) {
            throw Refused.forNow(
                    503, "busy", "Too many send at once. Send it again.", Duration.ofSeconds(1));
        }
        try {
            var verdict = door.take(knock, body);
            return ResponseEntity.status(verdict.isRefused() ? 422 : 200)
                    .contentType(MediaType.APPLICATION_JSON)
                    .body(verdict.answer());
        } catch (Refused e) {
            throw e;
        } catch (RuntimeException e) {
            // Whatever it is, nothing was acknowledged, and it may be over in a moment.
            LOG.error("A request could not be taken in.", e);
            throw Refused.forNow(
                    503,
                    "unavailable",
                    "Keepwell cannot take this now. Send it again; it counts once.",
                    Duration.ofSeconds(5));
        } finally {
            places.release();
        }
    }

    private static Door.Knock knock(HttpServletRequest request) {
        return new Door.Knock(
                Route.ofPath(request.getRequestURI()),
                requestId(request),
                Keys.ofHeader(request.getHeader(HttpHeaders.AUTHORIZATION)),
                "1".equals(request.getHeader("X-Keepwell-Strict")));
    }

    /// A sender that names its request gets the same ids for events that have none when it repeats
    /// it.
    private static String requestId(HttpServletRequest request) {
        var named = request.getHeader("Idempotency-Key");
        return named != null && SAFE.matcher(named).matches()
                ? named
                : Objects.requireNonNullElse(MDC.get("request_id"), "");
    }

    /// PostHog's SDK for Java throws away what is answered with 429, and keeps what is with 503.
    private static int status(Refused refused, HttpServletRequest request) {
        boolean isPostHog = request.getRequestURI().startsWith(Route.POSTHOG.path());
        return refused.status() == 429 && isPostHog ? 503 : refused.status();
    }

    private static ResponseEntity<?> refused(Refused refused, int status) {
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_JSON);
        var retry = refused.retryAfter();
        if (retry != null) {
            answer.header(
                    HttpHeaders.RETRY_AFTER, Long.toString(Math.ceilDiv(retry.toMillis(), 1_000)));
        }
        return answer.body(told(refused, status, MDC.get("request_id")));
    }

    private static Map<String, Object> told(
            Refused refused, int status, @Nullable String requestId) {
        var told = new LinkedHashMap<String, Object>();
        told.put("status", status);
        told.put("code", refused.code());
        told.put("detail", refused.detail());
        told.put("request_id", requestId == null ? "" : requestId);
        return told;
    }
}
