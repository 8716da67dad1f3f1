package dev.keepwell.source.file;

import java.util.List;

/// Entries as short texts, for tests that state whole files.
final class Shown {

    private Shown() {}

    static List<String> rows(DataFile file) {
        return file.first(Integer.MAX_VALUE).stream().map(Shown::row).toList();
    }

    private static String row(Entry entry) {
        return switch (entry) {
            case Entry.Fields it -> "%d: %s".formatted(it.line(), String.join("|", it.values()));
            case Entry.Broken it -> "%d: %s <%s>".formatted(it.line(), it.reason(), it.original());
        };
    }
}
