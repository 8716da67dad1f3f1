package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A mapping that comes with the program, for the export of a system that many have.
public final class ReadyMapping {

    /// The system whose exports it reads, and how one gets such an export.
    public record About(String title, String system, String export) {}

    /// A file, the tables it feeds, and what of it is left out.
    public record File(String name, List<String> tables, List<LeftOut> leftOut) {}

    /// Columns, or files, and why they are left out.
    public record LeftOut(List<String> names, String because) {}

    /// What the person who imports can say.
    public record Parameter(String name, String value, String means) {}

    private static final List<String> ABOUT_KEYS = List.of("title", "system", "export");
    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9_.:-]{0,60}");

    private final String name;
    private final String text;
    private final About about;
    private final Mapping mapping;
    private final List<Parameter> parameters = new ArrayList<>();

    ReadyMapping(String name, String text) {
        this.name = name;
        this.text = text;
        mapping = MappingFile.read(fileName(), text);
        var top = Outline.of(fileName(), text);
        var said = top.required("about");
        said.entries(ABOUT_KEYS);
        about =
                new About(
                        said.required("title").text(),
                        said.required("system").text(),
                        said.required("export").text());
        top.at("parameters")
                .ifPresent(it ->
                        it.entries()
                                .forEach((key, body) ->
                                        parameters.add(
                                                new Parameter(
                                                        key,
                                                        body.required("value").text(),
                                                        body.required("means").text()))));
    }

    public String name() {
        return name;
    }

    public About about() {
        return about;
    }

    /// The mapping as it is written, to be read, or to be copied and changed.
    public String text() {
        return text;
    }

    public List<Parameter> parameters() {
        return List.copyOf(parameters);
    }

    public List<File> files() {
        return mapping.files().stream()
                .map(it ->
                        new File(
                                it.name(),
                                it.targets().stream().map(to -> to.table().text()).toList(),
                                grouped(it.ignored())))
                .toList();
    }

    /// Every table that some file feeds, or that stands in the mapping itself.
    public List<String> tables() {
        var tables = new LinkedHashSet<String>();
        mapping.literals().forEach(it -> tables.add(it.table().text()));
        files().forEach(it -> tables.addAll(it.tables()));
        return List.copyOf(tables);
    }

    /// The files that are left out, and why.
    public List<LeftOut> leftOut() {
        return grouped(mapping.filesLeftOut());
    }

    /// An order to import through this mapping, with what the person has said.
    public Import.Order order(Import.Order order, Map<String, String> said) {
        return order.withMapping(fileName(), text(said));
    }

    private String text(Map<String, String> said) {
        var settled = text;
        for (var it : said.entrySet()) {
            check(it.getKey(), it.getValue());
            var line = Pattern.compile("(?m)^(  " + it.getKey() + ": \\{value: )[^,]*(,)");
            var value = Matcher.quoteReplacement("\"" + it.getValue() + "\"");
            settled = line.matcher(settled).replaceFirst("$1" + value + "$2");
        }
        return settled;
    }

    private void check(String parameter, String value) {
        var known = parameters.stream().map(Parameter::name).toList();
        if (!known.contains(parameter)) {
            throw Refusal.invalid(
                    "unknown_parameter",
                    "The mapping %s has no parameter '%s'.%s It has %s."
                            .formatted(
                                    name,
                                    parameter,
                                    Suggestion.forWord(parameter, known),
                                    known.isEmpty() ? "none" : String.join(", ", known)));
        }
        if (!VALUE.matcher(value).matches()) {
            throw Refusal.invalid(
                    "parameter",
                    "A parameter is a word, a number or a day, but %s got '%s'. Write one."
                            .formatted(parameter, value));
        }
    }

    /// Which of some files it reads, told by their names and headers: the name that it gives each.
    Map<String, String> recognised(Map<String, List<String>> headers) {
        var joined = new JoinedColumns(mapping);
        var found = new LinkedHashMap<String, String>();
        for (var file : mapping.files()) {
            var known = new KnownColumns(file, joined);
            headers.forEach((given, header) -> {
                if (known.fit(given, header)) {
                    found.putIfAbsent(given, file.name());
                }
            });
        }
        return found;
    }

    /// The columns of a file that it neither uses nor leaves out by name; all of them, if it does
    /// not know the file.
    List<String> unknownTo(String name, List<String> header) {
        if (mapping.filesLeftOut().stream().anyMatch(it -> it.test(name))) {
            return List.of();
        }
        var joined = new JoinedColumns(mapping);
        return mapping.files().stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .map(it -> new KnownColumns(it, joined).unknown(header))
                .orElse(header);
    }

    /// How many of some files it leaves out by name, with a reason.
    long leftOutOf(Iterable<String> files) {
        long count = 0;
        for (var file : files) {
            if (mapping.filesLeftOut().stream().anyMatch(it -> it.test(file))) {
                count++;
            }
        }
        return count;
    }

    private String fileName() {
        return name + ".yaml";
    }

    private static List<LeftOut> grouped(List<Mapping.Ignored> ignored) {
        var byReason = new LinkedHashMap<String, List<String>>();
        ignored.forEach(it ->
                byReason.computeIfAbsent(it.reason(), _ -> new ArrayList<>())
                        .add(it.word().text()));
        return byReason.entrySet().stream()
                .map(it -> new LeftOut(it.getValue(), it.getKey()))
                .toList();
    }
}
