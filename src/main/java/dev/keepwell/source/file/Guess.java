package dev.keepwell.source.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How a file seems to be written, to be shown to a person before any of it is used.
///
/// A guess is about the whole file and is told, with the line that it rests on. Cells are never
/// guessed one by one.
public record Guess(
        Layout layout, Map<String, Sureness> sure, List<ColumnGuess> columns, List<String> notes) {

    /// What the person said already is not guessed again; the words are those of [Layout#toMap].
    public static Guess of(String name, Path path, Map<String, String> said) {
        var format =
                Format.of(name)
                        .orElseThrow(() ->
                                dev.keepwell.kernel.Refusal.invalid(
                                        "unknown_format",
                                        "%s  A file ends with one of %s. Rename or convert it."
                                                .formatted(
                                                        name,
                                                        String.join(", ", Format.allEndings()))));
        return new Guessing(new DataFile(name, path, Layout.plain(format)), said).guess();
    }

    /// Whether a person has to say something before all of the file can be understood.
    public boolean asks() {
        return sure.containsValue(Sureness.ASK);
    }
}
