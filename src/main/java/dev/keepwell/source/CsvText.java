package dev.keepwell.source;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/// A CSV file cut into the texts of its records, so that each can be kept exactly as it was sent.
///
/// A record goes on over a line break inside quotes. When a quote is never closed, only the line
/// that opened it is lost and reading goes on with the next.
final class CsvText implements Closeable {

    /// One record's text, and whether its quotes are closed.
    record Piece(long line, String text, boolean whole) {}

    private record Numbered(long number, String text) {}

    private static final char BOM = '\uFEFF';

    private final InputStream in;
    private final Lines lines;
    private final Deque<Numbered> putBack = new ArrayDeque<>();
    private long numbered;

    CsvText(Path file) {
        try {
            in = Files.newInputStream(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines = new Lines(new InputStreamReader(in, StandardCharsets.UTF_8));
    }

    /// The next record that is not an empty line, or null at the end.
    @Nullable Piece read() {
        var first = nextLine();
        while (first != null && first.text.isEmpty()) {
            first = nextLine();
        }
        return first == null ? null : readFrom(first);
    }

    private Piece readFrom(Numbered first) {
        var quotes = new Quotes();
        quotes.pass(first.text);
        if (!quotes.open()) {
            return new Piece(first.number, first.text, true);
        }
        var text = new StringBuilder(first.text);
        var taken = new ArrayDeque<Numbered>();
        while (quotes.open() && text.length() <= Lines.LONGEST) {
            var more = nextLine();
            if (more == null) {
                break;
            }
            taken.addLast(more);
            text.append('\n').append(more.text);
            quotes.pass(more.text);
        }
        if (!quotes.open()) {
            return new Piece(first.number, text.toString(), true);
        }
        while (!taken.isEmpty()) {
            putBack.addFirst(taken.removeLast());
        }
        return new Piece(first.number, first.text, false);
    }

    private @Nullable Numbered nextLine() {
        if (!putBack.isEmpty()) {
            return putBack.removeFirst();
        }
        var text = lines.read();
        if (text == null) {
            return null;
        }
        numbered++;
        if (numbered == 1 && !text.isEmpty() && text.charAt(0) == BOM) {
            text = text.substring(1);
        }
        return new Numbered(numbered, text);
    }

    @Override
    public void close() {
        try {
            in.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether a quoted field is open after the text passed so far. A quote counts only where a
    /// field begins, as in `5" pipe,…` it does not.
    private static final class Quotes {

        private boolean open;

        boolean open() {
            return open;
        }

        void pass(String line) {
            boolean fieldStarts = !open;
            for (int i = 0; i < line.length(); i++) {
                char c = line.charAt(i);
                if (c == '"' && (open || fieldStarts)) {
                    open = !open;
                    // A doubled quote inside a field closes it and opens it again at once.
                    fieldStarts = !open;
                } else {
                    fieldStarts = !open && c == ',';
                }
            }
        }
    }
}
