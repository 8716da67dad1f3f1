package dev.keepwell.source.file;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The row of sums that reports have at their end, and that would be one customer too many.
final class Totals {

    private static final Pattern TOTAL =
            Pattern.compile(
                    "(?i)\\W*(grand |sub)?(totals?|sum|summe|gesamt(summe)?|insgesamt|totale?|total"
                            + " g[eé]n[eé]ral|suma|totaal)\\W*");
    private static final int TAIL_BYTES = 1 << 16;
    private static final int SHOWN_MAX = 80;

    private Totals() {}

    static boolean isOne(Entry entry) {
        var cells =
                switch (entry) {
                    case Entry.Fields it -> it.values().stream();
                    case Entry.Broken it ->
                            Pattern.compile("[,;\t|:]").splitAsStream(it.original());
                };
        return cells.map(String::strip)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .filter(it -> TOTAL.matcher(it).matches())
                .isPresent();
    }

    static String shown(Entry entry) {
        var text = entry.original();
        return text.length() > SHOWN_MAX ? text.substring(0, SHOWN_MAX) + "…" : text;
    }

    /// The last line of a long text; other formats are not read to their end for a remark.
    static @Nullable Entry lastOf(DataFile file) {
        if (file.layout().format() != Format.CSV) {
            return null;
        }
        try (var access = new RandomAccessFile(file.path().toFile(), "r")) {
            int length = (int) Math.min(TAIL_BYTES, access.length());
            var bytes = new byte[length];
            access.seek(access.length() - length);
            access.readFully(bytes);
            var text = new String(bytes, file.layout().encoding());
            Entry last = null;
            try (var pieces =
                    new CsvText(new Lines(new StringReader(text)), file.layout().delimiter())) {
                for (var it = pieces.read(); it != null; it = pieces.read()) {
                    last = new Entry.Broken(it.line(), "", "", it.text());
                }
            }
            return last;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
