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
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Holds the files of an import against its mapping and the vocabulary, and refuses what would fail
/// an hour later.
final class Planner {

    private final Vocabulary vocabulary;
    private final WordCheck check;
    private final SequencedMap<String, StagedFile> files = new TreeMap<>();
    private final Map<String, StagedFile> named = new LinkedHashMap<>();
    private final Map<String, Corrections> corrections;
    private final Map<String, DataFile> guessed = new HashMap<>();
    private final List<String> absent = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();

    Planner(
            Vocabulary vocabulary,
            Collection<StagedFile> staged,
            Map<String, Corrections> corrections) {
        this.vocabulary = vocabulary;
        this.corrections = corrections;
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
        var folder = new Folder(Map.of(), false);
        for (var file : files.values()) {
            if (StagedFile.isPlainText(file.name()) && !vocabulary.tables().contains(file.stem())) {
                leaveAlone(file.name());
                continue;
            }
            var place = Outline.line(file.name(), file.stem());
            var table = new Word(file.stem(), place);
            check.table(table);
            var columns = new LinkedHashMap<String, Rule>();
            for (var column : data(file, Map.of()).columns()) {
                columns.put(column, Rule.of(new Word(column, place)));
            }
            check.columns(table, columns.keySet(), place);
            var all = new Mapping.Case(List.of(), columns);
            var target = new Mapping.Target(table, List.of(all), null, "");
            var mapped =
                    new Mapping.File(
                            file.name(),
                            place,
                            List.of(),
                            List.of(target),
                            List.of(),
                            Map.of(),
                            "");
            routes.add(route(file, mapped, target, Feed.Reading.PLAIN, folder));
        }
        return new Plan(sourceSystem, inOrder(routes), notes);
    }

    Plan mapped(Mapping mapping, String mappingName) {
        var routes = new ArrayList<Route>();
        for (var literal : mapping.literals()) {
            routes.add(written(literal, mapping, mappingName));
        }
        var joined = new JoinedColumns(mapping);
        var folder = folder(mapping, joined);
        for (var file : mapping.files()) {
            var staged = named.get(file.name());
            if (staged != null) {
                routes.addAll(fed(mapping, file, staged, folder, joined));
            } else if (mapping.lenient()) {
                noteAbsent(file);
            } else {
                throw absent(file);
            }
        }
        noteTheRest(mapping);
        return new Plan(mapping.source(), inOrder(routes), notes);
    }

    private List<Route> fed(
            Mapping mapping,
            Mapping.File file,
            StagedFile staged,
            Folder folder,
            JoinedColumns joined) {
        var columns =
                new ColumnCheck(file, data(staged, file.layout()), folder, joined.of(file.name()));
        var header = columns.run();
        notes.addAll(columns.notes());
        var routes = new ArrayList<Route>();
        for (var target : file.targets()) {
            check(target, mapping.reading());
            var unless = target.unlessFile();
            if (unless != null && named.containsKey(unless.text())) {
                notes.add(
                        "%s does not fill %s, because %s does."
                                .formatted(file.name(), target.table().text(), unless.text()));
            } else {
                fillable(target, file, new Sources(header, columns.unreachable()), folder)
                        .ifPresent(it ->
                                routes.add(route(staged, file, it, mapping.reading(), folder)));
            }
        }
        return routes;
    }

    private void check(Mapping.Target target, Feed.Reading reading) {
        check.table(target.table());
        for (var it : target.cases()) {
            it.columns()
                    .forEach((column, rule) -> check.column(target.table(), column, rule.place()));
            // Where a blank keeps what stands, a record that stands needs nothing but its key.
            if (!reading.keepsBlank()) {
                check.required(
                        target.table().text(), it.columns().keySet(), target.table().place());
            }
        }
    }

    /// The cases that can give a row. Only a lenient mapping has others, and they are told.
    private Optional<Mapping.Target> fillable(
            Mapping.Target target, Mapping.File file, Sources sources, Folder folder) {
        if (!folder.lenient()) {
            return Optional.of(target);
        }
        var required = vocabulary.requiredColumns(target.table().text());
        var cases = new ArrayList<Mapping.Case>();
        for (var it : target.cases()) {
            var obstacle = sources.obstacle(it, required);
            if (obstacle.isEmpty()) {
                cases.add(it);
            } else {
                notes.add(
                        "%s does not fill %s%s: %s."
                                .formatted(
                                        file.name(),
                                        target.table().text(),
                                        target.cases().size() == 1 ? "" : " in one of its cases",
                                        obstacle.get()));
            }
        }
        return cases.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new Mapping.Target(
                                target.table(), cases, target.unlessFile(), target.with()));
    }

    /// The files by the names that the mapping gives them. A lenient mapping knows a file of
    /// another name by its columns.
    private Folder folder(Mapping mapping, JoinedColumns joined) {
        var wanted = new LinkedHashSet<String>();
        mapping.files().forEach(it -> wanted.add(it.name()));
        wanted.addAll(joined.files());
        for (var name : wanted) {
            FileNames.find(name, files.keySet(), mapping.lenient())
                    .ifPresent(it -> named.put(name, Objects.requireNonNull(files.get(it))));
        }
        if (mapping.lenient()) {
            mapping.files().forEach(it -> recognise(it, new KnownColumns(it, joined)));
        }
        var there = new LinkedHashMap<String, DataFile>();
        named.forEach((name, file) -> there.put(name, data(file, saidOf(mapping, name))));
        return new Folder(there, mapping.lenient());
    }

    private void recognise(Mapping.File file, KnownColumns known) {
        if (named.containsKey(file.name())) {
            return;
        }
        for (var staged : files.values()) {
            if (!named.containsValue(staged)
                    && known.fit(staged.name(), data(staged, file.layout()).columns())) {
                named.put(file.name(), staged);
                notes.add("%s was read as %s.".formatted(staged.name(), file.name()));
                return;
            }
        }
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
            StagedFile file,
            Mapping.File mapped,
            Mapping.Target target,
            Feed.Reading reading,
            Folder folder) {
        var feed =
                new Feed(
                        file.name(),
                        file.sha256(),
                        target.table().text(),
                        List.copyOf(target.columns()),
                        reading,
                        target.with());
        var kinds = new HashMap<String, Vocabulary.Kind>();
        for (var column : target.columns()) {
            kinds.put(column, vocabulary.kind(target.table().text(), column));
        }
        var input =
                new Route.Input(
                        data(file, mapped.layout()),
                        corrections.getOrDefault(file.name(), Corrections.NONE));
        return new Route.FromFile(feed, input, mapped, target, folder, kinds);
    }

    private void leaveAlone(String name) {
        notes.add("%s is no table that can be read and was left alone.".formatted(name));
    }

    /// The file and how it is written: as the mapping says, and for the rest as it seems.
    private DataFile data(StagedFile file, Map<String, String> said) {
        var known = guessed.get(file.name());
        if (known != null) {
            return known;
        }
        var guess = Guess.of(file.name(), file.path(), said);
        guess.notes().forEach(it -> notes.add("%s: %s".formatted(file.name(), it)));
        var data = new DataFile(file.name(), file.path(), guess.layout());
        guessed.put(file.name(), data);
        return data;
    }

    private static Map<String, String> saidOf(Mapping mapping, String name) {
        return mapping.files().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(Mapping.File::layout)
                .orElse(Map.of());
    }

    private void noteAbsent(Mapping.File file) {
        if (file.without().isEmpty()) {
            absent.add(file.name());
        } else {
            notes.add("%s is not here: %s.".formatted(file.name(), file.without()));
        }
    }

    private Refusal absent(Mapping.File file) {
        return file.place()
                .refusal(
                        "The file %s is not there.%s Add it or remove it here."
                                .formatted(
                                        file.name(),
                                        Suggestion.forWord(file.name(), files.keySet())));
    }

    private void noteTheRest(Mapping mapping) {
        var leftOut = new LinkedHashMap<String, List<String>>();
        var used = named.values().stream().map(StagedFile::name).collect(Collectors.toSet());
        for (var name : files.keySet()) {
            if (used.contains(name)) {
                continue;
            }
            var reason =
                    mapping.filesLeftOut().stream()
                            .filter(it -> it.test(name) || isLike(it, name, mapping.lenient()))
                            .findFirst();
            if (reason.isPresent()) {
                leftOut.computeIfAbsent(reason.get().reason(), _ -> new ArrayList<>()).add(name);
            } else if (StagedFile.isPlainText(name)) {
                leaveAlone(name);
            } else if (mapping.lenient()) {
                notes.add("%s is not known to the mapping and was left alone.".formatted(name));
            } else {
                throw Refusal.invalid(
                        "unknown_file",
                        ("%s  The mapping does not say what this file is."
                                        + " Map it, or name it under ignore_files with a reason.")
                                .formatted(name));
            }
        }
        leftOut.forEach((reason, names) ->
                notes.add(
                        "%s %s left out: %s"
                                .formatted(
                                        String.join(", ", names),
                                        names.size() == 1 ? "was" : "were",
                                        reason)));
        if (!absent.isEmpty()) {
            notes.add("Not here, and not needed: %s.".formatted(String.join(", ", absent)));
        }
    }

    private static boolean isLike(Mapping.Ignored ignored, String name, boolean lenient) {
        return lenient && FileNames.find(ignored.word().text(), List.of(name), true).isPresent();
    }

    private List<Route> inOrder(List<Route> routes) {
        var order = List.copyOf(vocabulary.tables());
        return routes.stream()
                .sorted(Comparator.comparingInt(it -> order.indexOf(it.feed().table())))
                .toList();
    }
}
