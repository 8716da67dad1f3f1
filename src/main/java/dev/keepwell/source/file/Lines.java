package dev.keepwell.source.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/// The physical lines of a text, none of them longer than memory allows. A line ends with a line
/// feed, a carriage return, or both, also where a file mixes them.
///
/// `BufferedReader.readLine` would read a gigabyte without a line break into one string.
final class Lines implements Closeable {

    static final int LONGEST = 1 << 20;
    private static final int BUFFER_CHARS = 1 << 16;
    private static final char BOM = '\uFEFF';

    private final Reader reader;
    private final char[] buffer = new char[BUFFER_CHARS];
    private int next;
    private int end;
    private long number;
    private String lineBreak = "";

    Lines(Reader reader) {
        this.reader = reader;
    }

    static Lines of(Path file, Charset encoding) {
        try {
            return new Lines(new InputStreamReader(Files.newInputStream(file), encoding));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The number of the line that was read last.
    long number() {
        return number;
    }

    /// What the line that was read last ended with; empty at the end of the text.
    String lineBreak() {
        return lineBreak;
    }

    /// The next line without its line break, cut off after [#LONGEST] characters, or null at the
    /// end. A byte order mark is no part of the first line.
    @Nullable String read() {
        if (next == end && !fill()) {
            return null;
        }
        number++;
        lineBreak = "";
        var line = toBreak();
        return number == 1 && !line.isEmpty() && line.charAt(0) == BOM ? line.substring(1) : line;
    }

    private String toBreak() {
        StringBuilder beginning = null;
        while (true) {
            int start = next;
            while (next < end && buffer[next] != '\n' && buffer[next] != '\r') {
                next++;
            }
            if (next < end && beginning == null) {
                var line = new String(buffer, start, Math.min(next - start, LONGEST + 1));
                skipBreak();
                return line;
            }
            beginning = beginning == null ? new StringBuilder() : beginning;
            int room = LONGEST + 1 - beginning.length();
            beginning.append(buffer, start, Math.min(next - start, room));
            if (next < end) {
                skipBreak();
                return beginning.toString();
            }
            if (!fill()) {
                return beginning.toString();
            }
        }
    }

    private void skipBreak() {
        boolean carriageReturn = buffer[next++] == '\r';
        lineBreak = carriageReturn ? "\r" : "\n";
        if (carriageReturn && (next < end || fill()) && buffer[next] == '\n') {
            next++;
            lineBreak = "\r\n";
        }
    }

    private boolean fill() {
        try {
            next = 0;
            end = Math.max(0, reader.read(buffer, 0, buffer.length));
            return end > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
