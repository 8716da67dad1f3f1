package dev.keepwell.source.event;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/// Makes a body readable that may have been packed, and stops before it bursts.
final class Unpacking {

    private static final int CHUNK_BYTES = 16 << 10;

    private Unpacking() {}

    /// Refuses an encoding that is none of ours, by the header alone.
    static void check(@Nullable String encoding) {
        switch (encoding == null ? "" : encoding.strip().toLowerCase(Locale.ROOT)) {
            case "", "identity", "gzip", "x-gzip" -> {}
            default ->
                    throw Refused.forGood(
                            415,
                            "unsupported_encoding",
                            "A body is sent as it is or with gzip, once, but not as '%s'."
                                    .formatted(encoding));
        }
    }

    /// By its first bytes and not by its header: some proxies unpack and leave the header, and some
    /// senders pack and forget it.
    static byte[] unpacked(byte[] body) {
        return unpacked(body, () -> {});
    }

    /// Calls `whenLarge`, once, before a body becomes large.
    static byte[] unpacked(byte[] body, Runnable whenLarge) {
        boolean isPacked = body.length > 2 && body[0] == 0x1f && body[1] == (byte) 0x8b;
        return isPacked ? unzipped(body, whenLarge) : body;
    }

    private static byte[] unzipped(byte[] body, Runnable whenLarge) {
        var out = new ByteArrayOutputStream(body.length * 4);
        var chunk = new byte[CHUNK_BYTES];
        try (var in = new GZIPInputStream(new ByteArrayInputStream(body), CHUNK_BYTES)) {
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                if (out.size() < Limits.LARGE_BYTES && out.size() + read >= Limits.LARGE_BYTES) {
                    whenLarge.run();
                }
                out.write(chunk, 0, read);
                checkSize(out.size(), body.length);
            }
        } catch (IOException e) {
            throw Refused.forGood(
                    400, "malformed_gzip", "The body begins like gzip and does not unpack.");
        }
        return out.toByteArray();
    }

    private static void checkSize(int unpacked, int packed) {
        if (unpacked > Limits.UNPACKED_BYTES) {
            throw Refused.forGood(
                    413,
                    "unpacked_too_large",
                    "A body has at most %d bytes when it is unpacked. Send smaller batches."
                            .formatted(Limits.UNPACKED_BYTES));
        }
        if (unpacked > Limits.RATIO_FROM_BYTES && unpacked / packed > Limits.RATIO) {
            throw Refused.forGood(
                    413,
                    "packed_too_well",
                    "A body unpacks to at most %d times its size.".formatted(Limits.RATIO));
        }
    }
}
