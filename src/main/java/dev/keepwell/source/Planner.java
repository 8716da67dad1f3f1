package dev.keepwell.source;

import dev.keepwell.kernel.Fingerprint;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import dev.keepwell.source.Mapping.Rule;
import dev.keepwell.source.Mapping.Word;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Holds the files of an import against its mapping and the vocabulary, and refuses what would fail
/// an hour later.
final class Planner {

    private final Vocabulary vocabulary;
    private final WordCheck check;
    private final SequencedMap<String, StagedFile> files = new TreeMap<>();
    private final Map<String, Corrections> corrections;
    private final List<String> notes = new ArrayList<>();

    Planner(
            Vocabulary vocabulary,
            Collection<StagedFile> staged,
            Map<String, Corrections> corrections) {
        this.vocabulary = vocabulary;
        this.corrections = corrections;
        this.check = new WordCheck(vocabulary);
        for (var file : staged) {
            if (file.isCsv()) {
                files.put(file.name(), file);
            } else {
                notes.add("%s is not a CSV file and was left alone.".formatted(file.name()));
            }
        }
        if (files.isEmpty()) {
            throw Refusal.invalid(
                    "nothing_to_import", "There is no CSV file to import. Add at least one.");
        }
    }

    /// Files that are named after tables and speak the vocabulary already.
    Plan canonical(String sourceSystem) {
        var routes = new ArrayList<Route>();
        for (var file : files.values()) {
            var place = Outline.line(file.name(), file.stem());
            var table = new Word(file.stem(), place);
            check.table(table);
            var columns = new LinkedHashMap<String, Rule>();
            for (var column : CsvFile.columnsOf(file.name(), file.path())) {
                columns.put(
                        column, new Rule.Column(new Word(column, place), Map.of(), null, place));
            }
            var target = new Mapping.Target(table, List.of(), columns);
            check.columns(table, columns.keySet(), place);
            routes.add(
                    route(
                            file,
                            new Mapping.File(file.name(), place, List.of(), List.of(), List.of()),
                            target,
                            Feed.Reading.PLAIN));
        }
        return new Plan(sourceSystem, inOrder(routes), notes);
    }

    Plan mapped(Mapping mapping, String mappingName) {
        var routes = new ArrayList<Route>();
        for (var literal : mapping.literals()) {
            routes.add(written(literal, mapping, mappingName));
        }
        for (var file : mapping.files()) {
            var staged = staged(file.name(), file.place());
            new ColumnCheck(file, staged.path(), paths()).run();
            for (var target : file.targets()) {
                check.table(target.table());
                target.columns()
                        .forEach((column, rule) ->
                                check.column(target.table(), column, rule.place()));
                // Where a blank keeps what stands, a record that stands needs nothing but its key.
                if (!mapping.reading().keepsBlank()) {
                    check.required(
                            target.table().text(),
                            target.columns().keySet(),
                            target.table().place());
                }
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
                        reading,
                        target.with());
        return new Route.FromFile(
                feed,
                file.path(),
                mapped,
                target,
                paths(),
                corrections.getOrDefault(file.name(), Corrections.NONE));
    }

    private Map<String, Path> paths() {
        return files.values().stream()
                .collect(Collectors.toMap(StagedFile::name, StagedFile::path));
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
