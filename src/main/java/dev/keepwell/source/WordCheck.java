package dev.keepwell.source;

import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Mapping.Word;
import dev.keepwell.source.file.Format;
import java.util.Collection;
import java.util.stream.Collectors;

/// Every table and column that is to be filled exists, and none that is needed is missing.
final class WordCheck {

    private final Vocabulary vocabulary;

    WordCheck(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    void table(Word table) {
        if (!vocabulary.tables().contains(table.text())) {
            throw table.place()
                    .refusal(
                            "There is no table '%s'.%s Name one of: %s."
                                    .formatted(
                                            table.text(),
                                            Suggestion.forWord(table.text(), vocabulary.tables()),
                                            vocabulary.tables().stream()
                                                    .sorted()
                                                    .collect(Collectors.joining(", "))));
        }
    }

    /// Files that are no tables are left alone, whatever they are called.
    void tableOf(String fileName) {
        if (Format.of(fileName).isPresent() && !StagedFile.isPlainText(fileName)) {
            var stem = Format.stem(fileName);
            table(new Word(stem, Outline.line(fileName, stem)));
        }
    }

    void columns(Word table, Collection<String> columns, Outline place) {
        columns.forEach(it -> column(table, it, place));
        required(table.text(), columns, place);
    }

    void column(Word table, String column, Outline place) {
        var known = vocabulary.columns(table.text());
        if (!known.contains(column)) {
            throw place.refusal(
                    "The table %s has no column '%s'.%s It has %s."
                            .formatted(
                                    table.text(),
                                    column,
                                    Suggestion.forWord(column, known),
                                    String.join(", ", known)));
        }
    }

    void required(String table, Collection<String> columns, Outline place) {
        for (var column : vocabulary.requiredColumns(table)) {
            if (!columns.contains(column)) {
                throw place.refusal(
                        "The table %s needs the column '%s'. Add it.".formatted(table, column));
            }
        }
    }
}
