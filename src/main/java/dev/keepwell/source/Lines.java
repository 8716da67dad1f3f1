package dev.keepwell.source;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/// The physical lines of a text, none of them longer than memory allows.
///
/// `BufferedReader.readLine` would read a gigabyte without a line break into one string.
final class Lines {

    static final int LONGEST = 1 << 20;
    private static final int BUFFER_CHARS = 1 << 16;

    private final Reader reader;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int next;
    private int end;

    Lines(Reader reader) {
        this.reader = reader;
    }

    /// The next line without its line break, cut off after [#LONGEST] characters, or null at the
    /// end.
    @Nullable String read() {
        var line = new StringBuilder();
        int c = nextChar();
        if (c < 0) {
            return null;
        }
        while (c >= 0 && c != '\n') {
            if (line.length() <= LONGEST) {
                line.append((char) c);
            }
            c = nextChar();
        }
        if (!line.isEmpty() && line.charAt(line.length() - 1) == '\r') {
            line.setLength(line.length() - 1);
        }
        return line.toString();
    }

    private int nextChar() {
        if (next == end) {
            try {
                end = reader.read(buffer, 0, buffer.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            next = 0;
            if (end <= 0) {
                end = 0;
                return -1;
            }
        }
        return buffer[next++];
    }
}
