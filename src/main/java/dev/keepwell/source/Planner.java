package dev.keepwell.source;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import dev.keepwell.source.file.DataFile;
import dev.keepwell.source.file.Guess;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Holds the files of an import against its mapping and the vocabulary, and refuses what would fail
/// an hour later.
final class Planner {

    private final Vocabulary vocabulary;
    private final WordCheck check;
    private final SequencedMap<String, StagedFile> files = new TreeMap<>();
    private final Map<String, DataFile> guessed = new HashMap<>();
    private final List<Mapping.File> mappings = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Planner(Vocabulary vocabulary, Collection<StagedFile> staged) {
        this.vocabulary = vocabulary;
        this.check = new WordCheck(vocabulary);
        for (var file : staged) {
            if (file.isReadable()) {
                files.put(file.name(), file);
            } else {
                leaveAlone(file.name());
            }
        }
        if (files.isEmpty()) {
            throw Refusal.invalid(
                    "nothing_to_import", "There is no file to import. Add at least one.");
        }
    }

    /// Files that are named after tables and speak the vocabulary already.
    Plan canonical(String sourceSystem) {
        var routes = new ArrayList<Route>();
        for (var file : files.values()) {
            if (StagedFile.isPlainText(file.name()) && !vocabulary.tables().contains(file.stem())) {
                leaveAlone(file.name());
                continue;
            }
            var place = Outline.line(file.name(), file.stem());
            var table = new Word(file.stem(), place);
            check.table(table);
            var columns = new LinkedHashMap<String, Rule>();
            for (var column : data(file.name(), Map.of()).columns()) {
                columns.put(
                        column, new Rule.Column(new Word(column, place), Map.of(), null, place));
            }
            var target = new Mapping.Target(table, List.of(), columns);
            check.columns(table, columns.keySet(), place);
            routes.add(
                    route(
                            file,
                            new Mapping.File(
                                    file.name(), place, List.of(), List.of(), List.of(), Map.of()),
                            target,
                            Feed.Reading.PLAIN));
        }
        return new Plan(sourceSystem, inOrder(routes), notes);
    }

    Plan mapped(Mapping mapping, String mappingName) {
        mappings.addAll(mapping.files());
        var routes = new ArrayList<Route>();
        for (var literal : mapping.literals()) {
            routes.add(written(literal, mapping, mappingName));
        }
        for (var file : mapping.files()) {
            var staged = staged(file.name(), file.place());
            new ColumnCheck(file, data(file.name(), file.layout()), others(file), files.keySet())
                    .run();
            for (var target : file.targets()) {
                check.table(target.table());
                target.columns()
                        .forEach((column, rule) ->
                                check.column(target.table(), column, rule.place()));
                check.required(
                        target.table().text(), target.columns().keySet(), target.table().place());
                routes.add(route(staged, file, target, mapping.reading()));
            }
        }
        noteTheRest(mapping);
        return new Plan(mapping.source(), inOrder(routes), notes);
    }

    private Route written(Mapping.Literal literal, Mapping mapping, String mappingName) {
        check.table(literal.table());
        var columns = literal.columns().stream().map(Word::text).toList();
        literal.columns().forEach(it -> check.column(literal.table(), it.text(), it.place()));
        check.required(literal.table().text(), columns, literal.table().place());
        var content = Fingerprint.of(literal.table().text()).add(columns.toString());
        literal.rows().forEach(it -> content.add(it.values().toString()));
        var feed =
                new Feed(
                        mappingName,
                        content.hex(),
                        literal.table().text(),
                        columns,
                        mapping.reading());
        return new Route.Written(feed, literal.rows());
    }

    private Route route(
            StagedFile file, Mapping.File mapped, Mapping.Target target, Feed.Reading reading) {
        var feed =
                new Feed(
                        file.name(),
                        file.sha256(),
                        target.table().text(),
                        List.copyOf(target.columns().keySet()),
                        reading);
        var kinds = new HashMap<String, Vocabulary.Kind>();
        for (var column : target.columns().keySet()) {
            kinds.put(column, vocabulary.kind(target.table().text(), column));
        }
        return new Route.FromFile(
                feed, data(file.name(), mapped.layout()), mapped, target, others(mapped), kinds);
    }

    private void leaveAlone(String name) {
        notes.add("%s is no table that can be read and was left alone.".formatted(name));
    }

    /// The file and how it is written: as the mapping says, and for the rest as it seems.
    private DataFile data(String name, Map<String, String> said) {
        var known = guessed.get(name);
        if (known != null) {
            return known;
        }
        var file = Objects.requireNonNull(files.get(name));
        var guess = Guess.of(name, file.path(), said);
        guess.notes().forEach(it -> notes.add("%s: %s".formatted(name, it)));
        var data = new DataFile(name, file.path(), guess.layout());
        guessed.put(name, data);
        return data;
    }

    /// The files that a file is joined with, as far as they are there.
    private Map<String, DataFile> others(Mapping.File file) {
        var others = new HashMap<String, DataFile>();
        for (var join : file.joins()) {
            if (files.containsKey(join.file())) {
                others.put(join.file(), data(join.file(), saidOf(join.file())));
            }
        }
        return others;
    }

    private Map<String, String> saidOf(String name) {
        return mappings.stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Mapping.File::layout)
                .orElse(Map.of());
    }

    private StagedFile staged(String name, Outline place) {
        var file = files.get(name);
        if (file == null) {
            throw place.refusal(
                    "The file %s is not there.%s Add it or remove it here."
                            .formatted(name, Suggestion.forWord(name, files.keySet())));
        }
        return file;
    }

    private void noteTheRest(Mapping mapping) {
        var used = mapping.files().stream().map(Mapping.File::name).collect(Collectors.toSet());
        mapping.files().forEach(it -> it.joins().forEach(join -> used.add(join.file())));
        for (var name : files.keySet()) {
            var reason = mapping.filesLeftOut().get(name);
            if (reason != null) {
                notes.add("%s was left out: %s".formatted(name, reason));
            } else if (!used.contains(name) && StagedFile.isPlainText(name)) {
                leaveAlone(name);
            } else if (!used.contains(name)) {
                throw Refusal.invalid(
                        "unknown_file",
                        ("%s  The mapping does not say what this file is."
                                        + " Map it, or name it under ignore_files with a reason.")
                                .formatted(name));
            }
        }
    }

    private List<Route> inOrder(List<Route> routes) {
        var order = List.copyOf(vocabulary.tables());
        return routes.stream()
                .sorted(Comparator.comparingInt(it -> order.indexOf(it.feed().table())))
                .toList();
    }
}
