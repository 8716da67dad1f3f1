package dev.keepwell.source.file;

import java.io.Closeable;
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

    private record Numbered(long number, String text, String lineBreak) {}

    private final Lines lines;
    private final char delimiter;
    private final Deque<Numbered> putBack = new ArrayDeque<>();

    CsvText(Lines lines, char delimiter) {
        this.lines = lines;
        this.delimiter = delimiter;
    }

    /// Passes over lines that are no records, such as titles above the header.
    void skip(int count) {
        for (int i = 0; i < count; i++) {
            nextLine();
        }
    }

    /// The next record that is not an empty line, or null at the end. A line of nothing but
    /// delimiters is what spreadsheets write for an empty row.
    @Nullable Piece read() {
        var first = nextLine();
        while (first != null && isEmpty(first.text)) {
            first = nextLine();
        }
        return first == null ? null : readFrom(first);
    }

    private boolean isEmpty(String line) {
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) != delimiter) {
                return false;
            }
        }
        return true;
    }

    private Piece readFrom(Numbered first) {
        if (first.text.indexOf('"') < 0) {
            return new Piece(first.number, first.text, true);
        }
        var quotes = new Quotes(delimiter);
        quotes.pass(first.text);
        return quotes.isOpen()
                ? overLines(first, quotes)
                : new Piece(first.number, first.text, true);
    }

    private Piece overLines(Numbered first, Quotes quotes) {
        var text = new StringBuilder(first.text);
        var taken = new ArrayDeque<Numbered>();
        var before = first;
        while (quotes.isOpen() && text.length() <= Lines.LONGEST) {
            var more = nextLine();
            if (more == null) {
                break;
            }
            taken.addLast(more);
            text.append(before.lineBreak).append(more.text);
            before = more;
            quotes.pass(more.text);
        }
        if (!quotes.isOpen()) {
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
        return text == null ? null : new Numbered(lines.number(), text, lines.lineBreak());
    }

    @Override
    public void close() {
        lines.close();
    }
}
