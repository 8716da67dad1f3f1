package dev.keepwell.source;

import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// The columns that a mapping expects in one of its files: those that it uses, and those that it
/// leaves out by name.
final class KnownColumns {

    /// Below these shares two files have some words in common and are not the same.
    private static final double KNOWN_MIN = 0.8;

    private static final double USED_MIN = 0.6;
    private static final int COLUMNS_MIN = 3;

    private final Mapping.File file;
    private final Set<String> used = new HashSet<>();

    KnownColumns(Mapping.File file, JoinedColumns joined) {
        this.file = file;
        used.addAll(joined.of(file.name()));
        file.joins().forEach(it -> it.keys().forEach(key -> use(key.here())));
        for (var target : file.targets()) {
            for (var it : target.cases()) {
                it.conditions().forEach(condition -> use(condition.column()));
                it.columns().values().forEach(this::rule);
            }
        }
        file.joins().forEach(it -> used.removeAll(it.taken().keySet()));
    }

    /// The columns that something is made of.
    Set<String> used() {
        return used;
    }

    private void rule(Rule rule) {
        rule.origin().columns().forEach(this::use);
        rule.when().forEach(it -> use(it.column()));
        for (var form : rule.forms()) {
            var beside = form.beside();
            if (beside != null) {
                use(beside);
            }
        }
        var otherwise = rule.otherwise();
        if (otherwise != null) {
            rule(otherwise);
        }
    }

    private void use(Word word) {
        used.add(word.text());
    }

    /// Whether a file is so much like what is expected that it can be nothing else. One that is
    /// only looked things up in has few columns that count, and needs its name as well.
    boolean fit(String name, List<String> header) {
        var columns = new Columns(header, true);
        var there = used.stream().filter(columns::has).count();
        if (used.isEmpty() || there < USED_MIN * used.size()) {
            return false;
        }
        return FileNames.find(file.name(), List.of(name), true).isPresent()
                || (!file.targets().isEmpty()
                        && header.size() >= COLUMNS_MIN
                        && unknown(header).size() <= (1 - KNOWN_MIN) * header.size());
    }

    /// The columns that nobody has thought of.
    List<String> unknown(List<String> header) {
        var names = new HashSet<String>();
        used.forEach(it -> names.add(Columns.plain(it)));
        file.ignored().forEach(it -> names.add(Columns.plain(it.word().text())));
        return header.stream()
                .filter(it -> !names.contains(Columns.plain(it)))
                .filter(it -> file.ignored().stream().noneMatch(one -> one.test(it)))
                .toList();
    }
}
