package dev.keepwell.source.file;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Guesses how a text is cut into cells, from its bytes and from its first lines.
final class TextGuess {

    private static final int LINES = 200;
    private static final int CHARS_MAX = 1 << 18;

    private final DataFile file;
    private final Map<String, String> said;
    private final Map<String, Sureness> sure = new HashMap<>();
    private final List<String> notes = new ArrayList<>();
    private Layout layout;

    TextGuess(DataFile file, Map<String, String> said) {
        this.file = file;
        this.said = said;
        layout = file.layout();
    }

    Cutting encoding() {
        if (!said.containsKey("encoding")) {
            var guess = EncodingGuess.of(file.path());
            layout = layout.encoded(guess.encoding());
            sure.put("encoding", guess.sure());
            notes.addAll(guess.notes());
        }
        return new Cutting(layout, sure, notes);
    }

    Cutting guess() {
        encoding();
        var head = head();
        var guess = DelimiterGuess.of(String.join("\n", head), candidates(head));
        layout = layout.delimited(guess.delimiter());
        noteDelimiter(head);
        if (!said.containsKey("header") && !guess.rows().isEmpty()) {
            header(guess, head);
        }
        return new Cutting(layout, sure, notes);
    }

    private List<String> head() {
        var head = new ArrayList<String>();
        int chars = 0;
        try (var lines = Lines.of(file.path(), layout.encoding())) {
            while (head.size() < LINES && chars < CHARS_MAX) {
                var line = lines.read();
                if (line == null) {
                    break;
                }
                chars += line.length();
                head.add(line);
            }
        }
        return head;
    }

    private List<Character> candidates(List<String> head) {
        if (said.containsKey("delimiter")) {
            return List.of(layout.delimiter());
        }
        if (!head.isEmpty() && CsvRows.isSeparatorLine(head.getFirst())) {
            char told = head.getFirst().charAt(head.getFirst().length() - 1);
            if (Layout.DELIMITERS.contains(told)) {
                sure.put("delimiter", Sureness.CERTAIN);
                return List.of(told);
            }
        }
        return file.name().toLowerCase(java.util.Locale.ROOT).endsWith(".tsv")
                ? List.of('\t', ',', ';', '|', ':')
                : Layout.DELIMITERS;
    }

    private void noteDelimiter(List<String> head) {
        var name =
                switch (layout.delimiter()) {
                    case ';' -> "semicolons";
                    case '\t' -> "tabs";
                    case '|' -> "bars";
                    case ':' -> "colons";
                    default -> "";
                };
        if (!name.isEmpty() && !said.containsKey("delimiter")) {
            notes.add("Values stand between %s.".formatted(name));
        }
        if (head.stream().anyMatch(this::isQuotedCurly)) {
            notes.add("Curly quotes hold nothing together; they are letters of the text.");
        }
    }

    private boolean isQuotedCurly(String line) {
        return line.startsWith("\u201C") || line.contains(layout.delimiter() + "\u201C");
    }

    private void header(DelimiterGuess guess, List<String> head) {
        var row = guess.rows().get(guess.header().index());
        if (!guess.header().named()) {
            layout = layout.headed(0);
            sure.put("header", Sureness.ASK);
            notes.add("No line names the columns. They are called column_1, column_2 and so on.");
            return;
        }
        int line = (int) row.line();
        // A plain header is told of as standing in line 1 also when empty lines come before it.
        boolean first = head.subList(0, line - 1).stream().allMatch(String::isBlank);
        layout = layout.headed(first ? 1 : line);
        long titles =
                head.subList(0, line - 1).stream()
                        .filter(it -> !it.isBlank() && !CsvRows.isSeparatorLine(it))
                        .count();
        if (titles > 0) {
            notes.add(
                    line == 2
                            ? "The first line is a title and was skipped."
                            : "The first %d lines are a title and were skipped."
                                    .formatted(line - 1));
        }
    }
}
