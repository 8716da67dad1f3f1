package dev.keepwell.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// A request that a real SDK once sent, with its headers in their order and its body to the byte.
///
/// Of a body that was not packed the recording has the parsed JSON. Written without blanks it has
/// the length that was recorded with it, so nothing of it was lost.
record Recording(String name, JsonNode request) {

    private static final Path FOLDER = Path.of("src", "test", "resources", "captures");
    private static final List<String> KEYS = List.of("wk_test_123", "phc_test_123");

    static List<Recording> all() throws IOException {
        var all = new ArrayList<Recording>();
        try (var files = Files.list(FOLDER)) {
            for (var file : files.sorted().toList()) {
                var capture = JsonMapper.shared().readTree(Files.readString(file));
                for (var request : capture.path("requests")) {
                    var name = file.getFileName() + " " + request.path("n").asInt();
                    all.add(new Recording(name, request));
                }
            }
        }
        return all;
    }

    String path() {
        return request.path("url").asString();
    }

    /// The other spelling of its path.
    String otherPath() {
        var path = path();
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path + "/";
    }

    Stream<JsonNode> events() {
        return request.path("body").path("batch").valueStream();
    }

    byte[] recordedBody() {
        var packed = request.path("raw_base64");
        return packed.isMissingNode()
                ? JsonMapper.shared().writeValueAsBytes(request.path("body"))
                : Base64.getDecoder().decode(packed.asString());
    }

    int recordedLength() {
        return request.path("raw_bytes").asInt();
    }

    /// What goes over the wire when its sender has this key, and nothing else is another.
    HttpMessage with(String key, String path) throws IOException {
        var body = body(key);
        var head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
        var headers = request.path("rawHeaders");
        for (int i = 0; i < headers.size(); i += 2) {
            var header = headers.get(i).asString();
            var value = headers.get(i + 1).asString();
            head.append(header).append(": ").append(value(header, value, key, body));
            head.append("\r\n");
        }
        var message = new ByteArrayOutputStream();
        message.writeBytes((head + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        message.writeBytes(isChunked() ? chunked(body) : body);
        return new HttpMessage(message.toByteArray(), body);
    }

    private static String value(String header, String value, String key, byte[] body) {
        return switch (header.toLowerCase(Locale.ROOT)) {
            case "authorization" ->
                    "Basic " + Base64.getEncoder().encodeToString((key + ":").getBytes());
            case "content-length" -> String.valueOf(body.length);
            default -> value;
        };
    }

    private boolean isChunked() {
        return request.path("headers").has("transfer-encoding");
    }

    private static byte[] chunked(byte[] body) {
        var chunks = new ByteArrayOutputStream();
        chunks.writeBytes((Integer.toHexString(body.length) + "\r\n").getBytes());
        chunks.writeBytes(body);
        chunks.writeBytes("\r\n0\r\n\r\n".getBytes());
        return chunks.toByteArray();
    }

    /// The bytes that were recorded, unless the key stands among them.
    private byte[] body(String key) throws IOException {
        var recorded = recordedBody();
        var isPacked = request.has("raw_base64");
        var text = new String(isPacked ? unpacked(recorded) : recorded, StandardCharsets.UTF_8);
        var mine = text;
        for (var other : KEYS) {
            mine = mine.replace(other, key);
        }
        var bytes = mine.getBytes(StandardCharsets.UTF_8);
        return mine.equals(text) ? recorded : isPacked ? packed(bytes) : bytes;
    }

    private static byte[] unpacked(byte[] body) throws IOException {
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readAllBytes();
        }
    }

    private static byte[] packed(byte[] body) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(bytes)) {
            out.write(body);
        }
        return bytes.toByteArray();
    }
}
