package dev.keepwell.screen.data;

import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// A call as somebody can paste it into a terminal. It says where the key belongs and never holds
/// one.
public record Curl(String text) {

    private static final String BATCH = "/v1/batch";

    /// The call that sends this event again.
    static Curl event(String route, String payload) {
        var isBatch =
                !route.startsWith("/v1/") || route.equals(BATCH) || route.equals("/v1/import");
        return of(
                route.startsWith("/") ? route : BATCH,
                isBatch ? "{\"batch\": [" + payload + "]}" : payload);
    }

    /// A whole request again.
    static Curl request(String route, String body) {
        return of(route, body);
    }

    /// The first call that somebody makes.
    static Curl first() {
        return of(
                "/v1/track",
                """
                {
                    "event": "Report Exported",
                    "userId": "user-1",
                    "context": {"groupId": "account-1"}
                  }\
                """);
    }

    private static Curl of(String route, String body) {
        return new Curl(
                """
                curl -u "$KEEPWELL_WRITE_KEY:" \\
                  -H "Content-Type: application/json" \\
                  -d '%s' \\
                  %s%s\
                """
                        .formatted(quoted(body), base(), route));
    }

    private static String quoted(String body) {
        return Payload.masked(body).replace("'", "'\\''");
    }

    /// Where whoever looks at the page reached us.
    private static String base() {
        return ServletUriComponentsBuilder.fromCurrentContextPath().toUriString();
    }
}
