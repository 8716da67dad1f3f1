package dev.keepwell.source.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The encoding of a text, by its byte order mark or by the bytes of all of it.
///
/// A single letter with an accent in the last line decides, so no beginning is enough. Few bytes
/// that are not UTF-8 among many that are do not change what the rest is.
record EncodingGuess(Charset encoding, Sureness sure, List<String> notes) {

    private static final Charset WINDOWS = Charset.forName("windows-1252");
    private static final int BUFFER = 1 << 16;
    private static final int ZEROS_SHARE = 4;

    static EncodingGuess of(Path file) {
        try (var in = Files.newInputStream(file)) {
            var head = in.readNBytes(BUFFER);
            if (starts(head, 0xEF, 0xBB, 0xBF)) {
                return new EncodingGuess(StandardCharsets.UTF_8, Sureness.CERTAIN, List.of());
            }
            if (starts(head, 0xFF, 0xFE)) {
                return utf16(StandardCharsets.UTF_16LE, Sureness.CERTAIN);
            }
            if (starts(head, 0xFE, 0xFF)) {
                return utf16(StandardCharsets.UTF_16BE, Sureness.CERTAIN);
            }
            if (zeros(head, 1) > head.length / ZEROS_SHARE && zeros(head, 0) == 0) {
                return utf16(StandardCharsets.UTF_16LE, Sureness.LIKELY);
            }
            if (zeros(head, 0) > head.length / ZEROS_SHARE && zeros(head, 1) == 0) {
                return utf16(StandardCharsets.UTF_16BE, Sureness.LIKELY);
            }
            return byBytes(counted(head, in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean starts(byte[] head, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= head.length || (head[i] & 0xff) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static int zeros(byte[] head, int from) {
        int zeros = 0;
        for (int i = from; i < head.length; i += 2) {
            zeros += head[i] == 0 ? 1 : 0;
        }
        return zeros;
    }

    private static EncodingGuess utf16(Charset encoding, Sureness sure) {
        return new EncodingGuess(
                encoding, sure, List.of("The text is %s.".formatted(encoding.name())));
    }

    private static Utf8Count counted(byte[] head, InputStream in) throws IOException {
        var count = new Utf8Count();
        count.pass(head, head.length);
        var buffer = new byte[BUFFER];
        for (int read = in.read(buffer); read > 0; read = in.read(buffer)) {
            count.pass(buffer, read);
        }
        count.end();
        return count;
    }

    private static EncodingGuess byBytes(Utf8Count count) {
        if (count.bad() == 0) {
            return new EncodingGuess(StandardCharsets.UTF_8, Sureness.CERTAIN, List.of());
        }
        if (count.good() > count.bad()) {
            return new EncodingGuess(
                    StandardCharsets.UTF_8,
                    Sureness.LIKELY,
                    List.of(
                            "The text is UTF-8, but for %,d bytes. Their lines are set aside."
                                    .formatted(count.bad())));
        }
        return new EncodingGuess(
                WINDOWS,
                Sureness.LIKELY,
                List.of(
                        "The text is not UTF-8 and is taken as windows-1252. Look at the letters"
                                + " with accents."));
    }
}
