package dev.keepwell.source.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.Semaphore;

/// Takes the bytes of a body in, within what all of them together may hold in memory.
final class Reading {

    private static final int CHUNK_BYTES = 16 << 10;
    private static final int TOGETHER_CHUNKS = (96 << 20) / CHUNK_BYTES;

    /// Who sends slower than this keeps a place from others.
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /// What is too large is read on for so long: an answer to somebody who still speaks is not
    /// heard.
    private static final int DRAINED_BYTES = 2 * Limits.WIRE_BYTES;

    private final Semaphore chunks = new Semaphore(TOGETHER_CHUNKS);

    /// Reads a body and hands it on; its room is free again when that returns.
    <T> T read(InputStream in, long announced, Reader<T> reader) throws IOException {
        if (announced > Limits.WIRE_BYTES) {
            drain(in);
            throw tooLarge();
        }
        int taken = 0;
        try {
            var body = new ByteArrayOutputStream(CHUNK_BYTES);
            var chunk = new byte[CHUNK_BYTES];
            var deadline = System.nanoTime() + LONGEST.toNanos();
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                body.write(chunk, 0, read);
                if (body.size() > Limits.WIRE_BYTES) {
                    drain(in);
                    throw tooLarge();
                }
                if (System.nanoTime() > deadline) {
                    throw Refused.forGood(408, "too_slow", "The body took more than 30 seconds.");
                }
                while (taken * CHUNK_BYTES < body.size()) {
                    take();
                    taken++;
                }
            }
            return reader.read(body.toByteArray());
        } finally {
            chunks.release(taken);
        }
    }

    /// What is done with a body.
    interface Reader<T> {
        T read(byte[] body);
    }

    private void take() {
        if (!chunks.tryAcquire()) {
            throw Refused.forNow(
                    503, "busy", "Too much arrives at once. Send it again.", Duration.ofSeconds(1));
        }
    }

    private static void drain(InputStream in) throws IOException {
        var rest = new byte[CHUNK_BYTES];
        int drained = 0;
        for (int read = in.read(rest); read >= 0 && drained < DRAINED_BYTES; read = in.read(rest)) {
            drained += read;
        }
    }

    private static Refused tooLarge() {
        return Refused.forGood(
                413,
                "too_large",
                "A request has at most %d bytes as it is sent. Send smaller batches."
                        .formatted(Limits.WIRE_BYTES));
    }
}
