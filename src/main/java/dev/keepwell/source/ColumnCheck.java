package dev.keepwell.source;

import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Mapping.Condition;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import dev.keepwell.source.file.DataFile;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// Every column of an input file is used or ignored by name, and every column named exists.
///
/// A column that nobody mentions is a mistake more often than it is not: a spelling, or data that
/// would be lost without anyone deciding so. A lenient mapping tells such columns in notes.
final class ColumnCheck {

    private static final int NAMES_TOLD = 12;

    private final Mapping.File file;
    private final Folder folder;
    private final Set<String> joinedElsewhere;
    private final Columns own;
    private final Set<Integer> used = new HashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();
    private final Set<String> unreachable = new HashSet<>();
    private final List<String> notes = new ArrayList<>();

    ColumnCheck(Mapping.File file, DataFile data, Folder folder, Set<String> joinedElsewhere) {
        this.file = file;
        this.folder = folder;
        this.joinedElsewhere = joinedElsewhere;
        own = folder.header(data);
    }

    /// The columns with those that joins add. What was missing or unknown is told by [#notes()].
    Columns run() {
        var wide = joined(file.joins(), file.name(), own, true);
        for (var target : file.targets()) {
            for (var it : target.cases()) {
                conditions(it.conditions(), wide);
                it.columns().values().forEach(rule -> rule(rule, wide));
            }
        }
        for (var ignored : file.ignored()) {
            if (ignored.isPattern()) {
                for (int i = 0; i < own.columns().size(); i++) {
                    if (ignored.test(own.columns().get(i))) {
                        used.add(i);
                    }
                }
            } else if (!own.lenient() || own.has(ignored.word().text())) {
                use(ignored.word(), file.name(), own, true);
            }
        }
        joinedElsewhere.forEach(it -> used.add(own.place(it)));
        tellTheRest();
        return wide;
    }

    /// Columns that a join would add if what it looks at were there.
    Set<String> unreachable() {
        return unreachable;
    }

    List<String> notes() {
        return notes;
    }

    private void rule(Rule rule, Columns wide) {
        conditions(rule.when(), wide);
        rule.origin().columns().forEach(it -> use(it, file.name(), wide, true));
        for (var form : rule.forms()) {
            var beside = form.beside();
            if (beside != null) {
                use(beside, file.name(), wide, true);
            }
        }
        var otherwise = rule.otherwise();
        if (otherwise != null) {
            rule(otherwise, wide);
        }
    }

    private void conditions(List<Condition> conditions, Columns wide) {
        conditions.forEach(it -> use(it.column(), file.name(), wide, true));
    }

    private Columns joined(List<Mapping.Join> joins, String name, Columns header, boolean isOwn) {
        var wide = header;
        for (var join : joins) {
            var here = wide;
            join.keys().forEach(it -> use(it.here(), name, here, isOwn));
            there(join, isOwn);
            for (var taken : join.taken().entrySet()) {
                if (wide.columns().contains(taken.getKey())) {
                    throw join.place()
                            .refusal(
                                    ("The column '%s' is in %s already."
                                                    + " Write `take: {new_name: %s}`.")
                                            .formatted(
                                                    taken.getKey(), name, taken.getValue().text()));
                }
            }
            wide = wide.and(join.taken().keySet());
        }
        return wide;
    }

    private void there(Mapping.Join join, boolean isOwn) {
        var other = folder.find(join.file());
        if (other.isEmpty()) {
            if (folder.lenient()) {
                unreachable.addAll(isOwn ? join.taken().keySet() : Set.of());
                return;
            }
            throw join.place()
                    .refusal(
                            "The file %s is not there.%s Add it or remove the join."
                                    .formatted(
                                            join.file(),
                                            Suggestion.forWord(
                                                    join.file(), folder.files().keySet())));
        }
        var header = folder.header(other.get());
        var wide = joined(join.joins(), join.file(), header, false);
        join.keys().forEach(it -> use(it.there(), join.file(), wide, false));
        join.taken()
                .forEach((here, it) -> {
                    use(it, join.file(), wide, false);
                    if (isOwn && wide.place(it) == Columns.NOWHERE) {
                        unreachable.add(here);
                    }
                });
        join.conditions().forEach(it -> use(it.column(), join.file(), wide, false));
        var choice = join.choice();
        if (choice != null) {
            use(choice.column(), join.file(), wide, false);
        }
    }

    private void use(Word column, String name, Columns header, boolean isOwn) {
        int place = header.place(column);
        if (place == Columns.NOWHERE) {
            if (!folder.lenient()) {
                throw column.place()
                        .refusal(
                                "%s has no column '%s'.%s It has %s."
                                        .formatted(
                                                name,
                                                column.text(),
                                                Suggestion.forWord(column.text(), header.columns()),
                                                String.join(", ", header.columns())));
            }
            if (isOwn) {
                missing.add(column.text());
            }
        } else if (isOwn) {
            used.add(place);
        }
    }

    private void tellTheRest() {
        var rest = new ArrayList<String>();
        for (int i = 0; i < own.columns().size(); i++) {
            if (!used.contains(i)) {
                rest.add(own.columns().get(i));
            }
        }
        if (!rest.isEmpty() && !own.lenient()) {
            throw file.place()
                    .refusal(
                            ("The column '%s' of %s is neither used nor ignored."
                                            + " Map it, or name it under ignore.")
                                    .formatted(rest.getFirst(), file.name()));
        }
        if (!missing.isEmpty()) {
            notes.add("%s lacks %s: read as empty.".formatted(file.name(), told(missing)));
        }
        if (!rest.isEmpty()) {
            notes.add(
                    "%s has columns that the mapping does not know and leaves out: %s."
                            .formatted(file.name(), told(rest)));
        }
    }

    private static String told(Collection<String> names) {
        var first = String.join(", ", names.stream().limit(NAMES_TOLD).toList());
        return names.size() <= NAMES_TOLD
                ? first
                : "%s and %d more".formatted(first, names.size() - NAMES_TOLD);
    }
}
