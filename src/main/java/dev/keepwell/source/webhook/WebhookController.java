package dev.keepwell.source.webhook;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.dao.DataAccessException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.transaction.TransactionException;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Where providers call. No session counts here and no token: the signature says who calls.
@RestController
class WebhookController {

    private static final Logger LOG = LoggerFactory.getLogger(WebhookController.class);
    private static final int BODY_BYTES = 1 << 20;
    private static final int AT_ONCE = 16;
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final String TYPES = "https://docs.keepwell.dev/errors/";

    private final Reception reception;
    private final Semaphore places = new Semaphore(AT_ONCE);

    WebhookController(Reception reception) {
        this.reception = reception;
    }

    @PostMapping("/webhooks/{endpoint}")
    ResponseEntity<?> take(@PathVariable String endpoint, HttpServletRequest request) {
        try {
            // Who does not know an address is not listened to.
            reception.require(endpoint);
            return listen(endpoint, request);
        } catch (Unsigned e) {
            return problem(status(e), e.code(), e.detail());
        } catch (DataAccessException | TransactionException e) {
            LOG.error("A webhook could not be written down.", e);
            return problem(503, "not_written", "It could not be written down. Send it again.");
        }
    }

    private ResponseEntity<?> listen(String endpoint, HttpServletRequest request) {
        if (!places.tryAcquire()) {
            return problem(503, "busy", "Too many send at once. Send it again.");
        }
        try {
            var body = body(request);
            return ResponseEntity.ok(reception.take(endpoint, signed(request, body)));
        } finally {
            places.release();
        }
    }

    private static int status(Unsigned refused) {
        return switch (refused.code()) {
            case "too_large" -> 413;
            case "broken_body" -> 400;
            case String other -> 401;
        };
    }

    private static Signed signed(HttpServletRequest request, byte[] body) {
        var headers = new TreeMap<String, String>();
        for (var name : Collections.list(request.getHeaderNames())) {
            headers.put(name, request.getHeader(name));
        }
        var query = request.getQueryString();
        var url = request.getRequestURL() + (query == null ? "" : "?" + query);
        return new Signed(request.getMethod(), url, headers, body);
    }

    private static byte[] body(HttpServletRequest request) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        if (request.getContentLengthLong() > BODY_BYTES) {
            throw tooLarge();
        }
        try {
            var in = request.getInputStream();
            var body = new ByteArrayOutputStream();
            var chunk = new byte[16 << 10];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                body.write(chunk, 0, read);
                if (body.size() > BODY_BYTES) {
                    throw tooLarge();
                }
                if (System.nanoTime() > deadline) {
                    throw new IOException("too slow");
                }
            }
            return body.toByteArray();
        } catch (IOException e) {
            throw new Unsigned(
                    "broken_body", "The body broke off, or took too long. Send it again.");
        }
    }

    private static Unsigned tooLarge() {
        return new Unsigned(
                "too_large",
                "A webhook has at most %,d bytes. Send less at once.".formatted(BODY_BYTES));
    }

    private static ResponseEntity<?> problem(int status, String code, String detail) {
        var told = new LinkedHashMap<String, Object>();
        told.put("type", TYPES + code);
        told.put("status", status);
        told.put("code", code);
        told.put("detail", detail);
        Map<String, String> context = MDC.getCopyOfContextMap();
        told.put("request_id", context == null ? "" : context.getOrDefault("request_id", ""));
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, "5");
        }
        return answer.body(told);
    }
}
