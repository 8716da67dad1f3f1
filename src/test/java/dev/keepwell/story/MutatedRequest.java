package dev.keepwell.story;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;

/// A request that began as a good one and went wrong in one to five ways, as a seed decides.
final class MutatedRequest {

    private static final List<String> METHODS =
            List.of(
                    "GET", "PUT", "DELETE", "OPTIONS", "HEAD", "PATCH", "TRACE", "BREW", "post",
                    "");
    private static final List<String> PATHS =
            List.of(
                    "/v1/track",
                    "/v1/batch/",
                    "/batch",
                    "/v1/identify",
                    "/v1/group",
                    "/v1/alias",
                    "/v1/page",
                    "/v1/screen",
                    "/v1/import",
                    "/v1/%62atch",
                    "/v1//batch",
                    "/v1/batch;x=1",
                    "/v1/batch?a=%00",
                    "/v1/../v1/batch",
                    "/v1/batch%2e",
                    "/v1/\u00e4",
                    "*",
                    "http://h/v1/batch",
                    "/v1/batch/..;/",
                    "/api/v1/ingest/balance",
                    "/api/v1/dead-letters/1/replay",
                    "/decide");
    private static final List<String> HEADERS =
            List.of(
                    "Content-Encoding: gzip",
                    "Content-Encoding: br",
                    "Content-Encoding: gzip, gzip",
                    "Content-Type: multipart/form-data",
                    "Content-Type: multipart/form-data; boundary=",
                    "Content-Type: application/x-www-form-urlencoded",
                    "Content-Type: \u00ff/;;",
                    "Transfer-Encoding: chunked",
                    "Transfer-Encoding: gzip",
                    "Transfer-Encoding: identity",
                    "Content-Length: -1",
                    "Content-Length: 99999999999999999999",
                    "Content-Length: 0",
                    "Content-Length: 5000000",
                    "Content-Length: 10\r\nContent-Length: 20",
                    "Expect: 100-continue",
                    "Expect: 200-ok",
                    "Authorization: Basic !!!!",
                    "Authorization: Basic Og==",
                    "Authorization: Bearer",
                    "Authorization: Digest x",
                    "Idempotency-Key: \u0001\u007f",
                    "X-Keepwell-Strict: 1",
                    "X-Request-Id: \u00e4\u00f6",
                    "X-HTTP-Method-Override: DELETE",
                    "Origin: null",
                    "Accept: text/html",
                    "Accept: nonsense",
                    "Cookie: a=\"",
                    "Range: bytes=0-1",
                    "X-Forwarded-For: \u0000",
                    "Upgrade: h2c",
                    "Host: ",
                    "X-Long: " + "x".repeat(7_000),
                    "X-Keepwell-Workspace: ../x",
                    " folded: 1",
                    "nocolon");

    private final Random random;
    private final String key;
    private final List<byte[]> bodies;
    private String method = "POST";
    private String path = "/v1/batch";
    private final StringBuilder headers = new StringBuilder();
    private byte[] body;
    private int length;

    MutatedRequest(long seed, String key, List<byte[]> bodies) {
        this.random = new Random(seed);
        this.key = key;
        this.bodies = bodies;
        this.body = one(bodies);
        int ways = 1 + random.nextInt(5);
        this.length = body.length;
        for (int i = 0; i < ways; i++) {
            mutate();
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private void mutate() {
        switch (random.nextInt(10)) {
            case 0 -> method = one(METHODS);
            case 1, 2 -> path = one(PATHS);
            case 3, 4 -> headers.append(one(HEADERS)).append("\r\n");
            case 5 -> packed();
            case 6 -> length = random.nextInt(body.length * 2 + 1);
            default -> body(random.nextInt(6));
        }
    }

    private void packed() {
        body = Wire.gzip(body);
        length = body.length;
        headers.append("Content-Encoding: gzip\r\n");
    }

    private void body(int how) {
        if (body.length < 2) {
            body = one(bodies);
        }
        body = body.clone();
        int at = random.nextInt(body.length);
        switch (how) {
            case 0 -> body[at] = (byte) random.nextInt(256);
            case 1 -> body[at] ^= (byte) (1 << random.nextInt(8));
            case 2 -> body = java.util.Arrays.copyOf(body, at);
            case 3 -> body = spliced(at, one(bodies));
            case 4 ->
                    body =
                            spliced(
                                    at,
                                    "[{\"a\":"
                                            .repeat(random.nextInt(2_000))
                                            .getBytes(StandardCharsets.UTF_8));
            default -> body[at] = (byte) "\"{}[],:\\0e-".charAt(random.nextInt(11));
        }
        length = body.length;
    }

    private byte[] spliced(int at, byte[] with) {
        var spliced = new ByteArrayOutputStream();
        spliced.write(body, 0, at);
        spliced.writeBytes(with);
        spliced.write(body, at, body.length - at);
        return spliced.toByteArray();
    }

    /// The whole of it, as it goes over the wire.
    byte[] bytes() {
        var head =
                "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n%s%s"
                        .formatted(method, path, authorization(), headers);
        var lengthHeader =
                head.contains("Content-Length") || head.contains("Transfer-Encoding")
                        ? ""
                        : "Content-Length: " + length + "\r\n";
        var bytes = new ByteArrayOutputStream();
        bytes.writeBytes((head + lengthHeader + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        bytes.writeBytes(body);
        return bytes.toByteArray();
    }

    private String authorization() {
        return headers.indexOf("Authorization") >= 0 ? "" : "Authorization: Bearer " + key + "\r\n";
    }
}
