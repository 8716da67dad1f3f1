package dev.keepwell.source.event;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
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
    <T> T read(InputStream in, long announced, Reader<T> reader) {
        var deadline = System.nanoTime() + LONGEST.toNanos();
        if (announced > Limits.WIRE_BYTES) {
            drain(in, deadline);
            throw tooLarge();
        }
        int taken = 0;
        try {
            var body = new ByteArrayOutputStream(CHUNK_BYTES);
            var chunk = new byte[CHUNK_BYTES];
            for (int read = some(in, chunk); read >= 0; read = some(in, chunk)) {
                body.write(chunk, 0, read);
                if (body.size() > Limits.WIRE_BYTES) {
                    drain(in, deadline);
                    throw tooLarge();
                }
                if (System.nanoTime() > deadline) {
                    throw tooSlow();
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

    /// Who falls silent in the middle, or frames a body wrongly, made the mistake, not we.
    private static int some(InputStream in, byte[] chunk) {
        try {
            return in.read(chunk);
        } catch (SocketTimeoutException e) {
            throw tooSlow();
        } catch (IOException e) {
            throw Refused.forGood(
                    400, "broken_body", "The body broke off, or is not framed as HTTP asks.");
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

    private static void drain(InputStream in, long deadline) {
        var rest = new byte[CHUNK_BYTES];
        int drained = 0;
        int read = 0;
        while (read >= 0 && drained < DRAINED_BYTES && System.nanoTime() < deadline) {
            read = some(in, rest);
            drained += read;
        }
    }

    private static Refused tooSlow() {
        return Refused.forGood(
                408,
                "too_slow",
                "The body took more than %d seconds, or stopped.".formatted(LONGEST.toSeconds()));
    }

    private static Refused tooLarge() {
        return Refused.forGood(
                413,
                "too_large",
                "A request has at most %d bytes as it is sent. Send smaller batches."
                        .formatted(Limits.WIRE_BYTES));
    }
}
