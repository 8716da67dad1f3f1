package dev.keepwell.story;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/// A request or an answer as it goes over the wire, to the byte, and its body without the frames of
/// its chunks.
record HttpMessage(byte[] bytes, byte[] body) {

    private static final int CHUNK_SIZE_RADIX = 16;
    private static final int TO_ITS_END = Integer.MAX_VALUE;
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    /// An answer of the proxy's own.
    static HttpMessage busy(int retryAfter) {
        var body = "{\"error\":\"busy\"}";
        var head =
                "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n"
                        + "Retry-After: %d\r\nContent-Length: %d\r\n\r\n";
        var text = head.formatted(retryAfter, body.length()) + body;
        return new HttpMessage(text.getBytes(StandardCharsets.US_ASCII), body.getBytes());
    }

    /// Its text, which may be packed.
    String text() throws IOException {
        var isPacked = body.length > 1 && body[0] == GZIP[0] && body[1] == GZIP[1];
        var in = new ByteArrayInputStream(body);
        try (var text = isPacked ? new GZIPInputStream(in) : in) {
            return new String(text.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    String head() {
        var text = new String(bytes, StandardCharsets.ISO_8859_1);
        return text.substring(0, text.indexOf("\r\n\r\n"));
    }

    /// The next message, or none where the other side has closed between two of them.
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var line = line(in, bytes);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        // An answer that does not say where it ends, ends with its connection.
        var length = line.startsWith("HTTP/") ? TO_ITS_END : 0;
        var chunked = false;
        while (!line.isBlank()) {
            var header = line.strip().toLowerCase(Locale.ROOT);
            if (header.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring("content-length:".length()).strip());
            }
            chunked |= header.startsWith("transfer-encoding:") && header.endsWith("chunked");
            line = line(in, bytes);
            if (line.isEmpty()) {
                throw new EOFException("It ended in its headers.");
            }
        }
        var body = chunked ? chunks(in, bytes) : body(in, bytes, length);
        return Optional.of(new HttpMessage(bytes.toByteArray(), body));
    }

    private static byte[] chunks(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        var body = new ByteArrayOutputStream();
        int size;
        do {
            var line = line(in, bytes);
            if (line.isEmpty()) {
                throw new EOFException("It ended between two chunks.");
            }
            size = Integer.parseInt(line.strip(), CHUNK_SIZE_RADIX);
            body.writeBytes(body(in, bytes, size));
            line(in, bytes);
        } while (size > 0);
        return body.toByteArray();
    }

    private static byte[] body(InputStream in, ByteArrayOutputStream bytes, int length)
            throws IOException {
        var body = length == TO_ITS_END ? in.readAllBytes() : in.readNBytes(length);
        if (length != TO_ITS_END && body.length < length) {
            throw new EOFException("It ended in its body.");
        }
        bytes.writeBytes(body);
        return body;
    }

    /// Ends with its line feed; empty at the end of everything.
    private static String line(InputStream in, ByteArrayOutputStream bytes) throws IOException {
        var line = new StringBuilder();
        int next;
        do {
            next = in.read();
            if (next >= 0) {
                bytes.write(next);
                line.append((char) next);
            }
        } while (next >= 0 && next != '\n');
        return line.toString();
    }
}
