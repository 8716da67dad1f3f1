package dev.keepwell.story;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// A request or an answer as it goes over the wire, to the byte.
record HttpMessage(byte[] bytes) {

    private static final int CHUNK_SIZE_RADIX = 16;

    /// An answer of the proxy's own.
    static HttpMessage busy(int retryAfter) {
        var body = "{\"error\":\"busy\"}";
        var head =
                "HTTP/1.1 503 Service Unavailable\r\nContent-Type: application/json\r\n"
                        + "Retry-After: %d\r\nContent-Length: %d\r\n\r\n";
        var text = head.formatted(retryAfter, body.length()) + body;
        return new HttpMessage(text.getBytes(StandardCharsets.US_ASCII));
    }

    /// The next message, or none where the other side has closed between two of them.
    static Optional<HttpMessage> read(InputStream in) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var line = line(in, bytes);
        if (line.isEmpty()) {
            return Optional.empty();
        }
        // An answer that does not say where it ends, ends with its connection.
        var length = line.startsWith("HTTP/") ? Integer.MAX_VALUE : 0;
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
        if (chunked) {
            copyChunks(in, bytes);
        } else if (length == Integer.MAX_VALUE) {
            in.transferTo(bytes);
        } else {
            copy(in, bytes, length);
        }
        return Optional.of(new HttpMessage(bytes.toByteArray()));
    }

    private static void copyChunks(InputStream in, ByteArrayOutputStream bytes)
            throws IOException {
        int size;
        do {
            size = Integer.parseInt(line(in, bytes).strip(), CHUNK_SIZE_RADIX);
            copy(in, bytes, size);
            line(in, bytes);
        } while (size > 0);
    }

    private static void copy(InputStream in, ByteArrayOutputStream bytes, int length)
            throws IOException {
        var body = in.readNBytes(length);
        if (body.length < length) {
            throw new EOFException("It ended in its body.");
        }
        bytes.writeBytes(body);
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
