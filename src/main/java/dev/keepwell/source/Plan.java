package dev.keepwell.source;

import dev.keepwell.source.Preparations.Place;
import dev.keepwell.source.file.DataFile;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What an import is going to do, before it does anything: every feed, and what was left alone.
public final class Plan {

    private final String sourceSystem;
    private final List<Route> routes;
    private final List<String> notes;

    Plan(String sourceSystem, List<Route> routes, List<String> notes) {
        this.sourceSystem = sourceSystem;
        this.routes = List.copyOf(routes);
        this.notes = List.copyOf(notes);
    }

    public String sourceSystem() {
        return sourceSystem;
    }

    /// The feeds in an order in which nothing is read before what it refers to.
    public List<Feed> feeds() {
        return routes.stream().map(Route::feed).toList();
    }

    /// What was left alone, in sentences for the person who imports.
    public List<String> notes() {
        return notes;
    }

    /// The files that are read, and how they are written.
    List<DataFile> files() {
        return routes.stream()
                .flatMap(it -> it.source().stream())
                .map(Route.Input::data)
                .distinct()
                .toList();
    }

    /// What stands in some lines, by column, as it will be read.
    public Map<Place, Map<String, String>> cellsOf(Collection<Place> places) {
        var cells = new HashMap<Place, Map<String, String>>();
        routes.stream()
                .flatMap(it -> it.source().stream())
                .distinct()
                .forEach(it -> cells.putAll(new LineReading(it).of(places)));
        return cells;
    }

    /// The column of the file that gives a column of the table, if one alone does.
    public Optional<String> columnOf(String file, String table, String column) {
        return routes.stream()
                .filter(it -> it.feed().file().equals(file) && it.feed().table().equals(table))
                .flatMap(it -> it.columnOf(column).stream())
                .findFirst();
    }

    public Sightings open(Feed feed) {
        return routes.stream()
                .filter(it -> it.feed().equals(feed))
                .findFirst()
                .orElseThrow()
                .open();
    }
}
