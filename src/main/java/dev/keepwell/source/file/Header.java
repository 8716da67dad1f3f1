package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// The names of columns as a person wrote them, made fit to be referred to: each is there once, in
/// one line, and none is empty.
final class Header {

    private static final Pattern BLANKS = Pattern.compile("[\\s\\p{Z}\\uFEFF\\u200B]+");

    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> notes = new ArrayList<>();
    private final int unnamedAtEnd;

    Header(List<String> written) {
        int named = written.size();
        while (named > 1 && written.get(named - 1).isBlank()) {
            named--;
        }
        written.subList(0, named).forEach(this::add);
        unnamedAtEnd = written.size() - named;
    }

    private Header(int count) {
        for (int i = 1; i <= count; i++) {
            names.add(numbered(i));
        }
        unnamedAtEnd = 0;
    }

    /// The header of a file that has none.
    static Header none(int columns) {
        return new Header(columns);
    }

    private static String numbered(int place) {
        return "column_" + place;
    }

    /// How many delimiters stand behind the last name.
    int unnamedAtEnd() {
        return unnamedAtEnd;
    }

    List<String> names() {
        return List.copyOf(names);
    }

    /// What was changed about the names, in sentences for the person whose file it is.
    List<String> notes() {
        return notes;
    }

    private void add(String text) {
        var name = BLANKS.matcher(text).replaceAll(" ").strip();
        int place = names.size() + 1;
        if (name.isEmpty()) {
            name = numbered(place);
            notes.add("The column %d has no name and is called '%s'.".formatted(place, name));
        }
        var unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = "%s (%d)".formatted(name, i);
        }
        if (!unique.equals(name)) {
            notes.add(
                    "The name '%s' stands twice in the header; column %d is called '%s'."
                            .formatted(name, place, unique));
        }
    }
}
