package dev.keepwell.source;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The columns of a file, found by their names.
///
/// One system writes `account_id` and `AccountId` in two of its exports. Whoever asks leniently
/// finds both.
record Columns(List<String> columns, boolean lenient) {

    static final int NOWHERE = -1;

    int place(String name) {
        int exact = columns.indexOf(name);
        if (exact >= 0 || !lenient) {
            return exact;
        }
        var asked = plain(name);
        for (int i = 0; i < columns.size(); i++) {
            if (plain(columns.get(i)).equals(asked)) {
                return i;
            }
        }
        return NOWHERE;
    }

    int place(Mapping.Word word) {
        return place(word.text());
    }

    boolean has(String name) {
        return place(name) >= 0;
    }

    Columns and(Iterable<String> more) {
        var all = new ArrayList<>(columns);
        more.forEach(all::add);
        return new Columns(all, lenient);
    }

    /// What two spellings of one name have in common.
    static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
