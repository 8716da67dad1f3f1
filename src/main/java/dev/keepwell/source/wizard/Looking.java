package dev.keepwell.source.wizard;

import dev.keepwell.source.file.ColumnGuess;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Entry;
import dev.keepwell.source.file.Guess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Looks at a file: how it is written, as far as nobody has said it, and what stands in it.
final class Looking {

    private static final int ROWS_SHOWN = 5;

    private Looking() {}

    static Looked at(String name, Path path, Map<String, String> said) {
        var guess = Guess.of(name, path, said);
        var rows = new ArrayList<List<String>>();
        for (var entry : new DataFile(name, path, guess.layout()).first(ROWS_SHOWN)) {
            if (entry instanceof Entry.Fields fields) {
                rows.add(fields.values());
            }
        }
        return new Looked(
                guess.layout().toMap(),
                guess.columns().stream().map(Looking::seen).toList(),
                rows,
                guess.notes());
    }

    private static Seen seen(ColumnGuess column) {
        return new Seen(
                column.name(),
                column.samples(),
                (int) Math.round(column.filled() * 100),
                shape(column));
    }

    private static Shape shape(ColumnGuess column) {
        return switch (column.shape()) {
            case EMPTY, TEXT -> Shape.TEXT;
            case NUMBER -> Shape.NUMBER;
            case MONEY -> Shape.MONEY;
            case DAY -> Shape.DAY;
            case INSTANT -> Shape.INSTANT;
            case EMAIL -> Shape.EMAIL;
            case DOMAIN -> Shape.DOMAIN;
            case BOOLEAN -> Shape.BOOLEAN;
            case ID -> Shape.ID;
        };
    }
}
