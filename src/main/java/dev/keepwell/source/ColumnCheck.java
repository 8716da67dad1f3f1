package dev.keepwell.source;

import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import dev.keepwell.source.file.DataFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Every column of an input file is used or ignored by name, and every column named exists.
///
/// A column that nobody mentions is a mistake more often than it is not: a spelling, or data that
/// would be lost without anyone deciding so.
final class ColumnCheck {

    private final Mapping.File file;
    private final Map<String, DataFile> staged;
    private final Collection<String> names;
    private final List<String> header;
    private final List<String> columns;
    private final Set<String> used = new HashSet<>();

    ColumnCheck(
            Mapping.File file,
            DataFile data,
            Map<String, DataFile> staged,
            Collection<String> names) {
        this.file = file;
        this.staged = staged;
        this.names = names;
        header = data.columns();
        columns = new ArrayList<>(header);
    }

    void run() {
        file.joins().forEach(this::join);
        for (var target : file.targets()) {
            target.conditions().forEach(it -> use(it.column()));
            target.columns()
                    .values()
                    .forEach(rule -> {
                        if (rule instanceof Rule.Column column) {
                            use(column.name());
                        }
                    });
        }
        file.ignored().forEach(this::use);
        for (var column : header) {
            if (!used.contains(column)) {
                throw file.place()
                        .refusal(
                                ("The column '%s' of %s is neither used nor ignored."
                                                + " Map it, or name it under ignore.")
                                        .formatted(column, file.name()));
            }
        }
    }

    private void join(Mapping.Join join) {
        use(join.keyHere());
        var other = staged.get(join.file());
        if (other == null) {
            throw join.place()
                    .refusal(
                            "The file %s is not there.%s Add it or remove the join."
                                    .formatted(
                                            join.file(), Suggestion.forWord(join.file(), names)));
        }
        var there = other.columns();
        exists(join.keyThere(), join.file(), there);
        join.taken()
                .forEach((here, word) -> {
                    exists(word, join.file(), there);
                    if (columns.contains(here)) {
                        throw join.place()
                                .refusal(
                                        ("The column '%s' is in %s already."
                                                        + " Write `take: {new_name: %s}`.")
                                                .formatted(here, file.name(), word.text()));
                    }
                    columns.add(here);
                });
    }

    private void use(Word column) {
        exists(column, file.name(), columns);
        used.add(column.text());
    }

    private static void exists(Word column, String file, List<String> columns) {
        if (!columns.contains(column.text())) {
            throw column.place()
                    .refusal(
                            "%s has no column '%s'.%s It has %s."
                                    .formatted(
                                            file,
                                            column.text(),
                                            Suggestion.forWord(column.text(), columns),
                                            String.join(", ", columns)));
        }
    }
}
