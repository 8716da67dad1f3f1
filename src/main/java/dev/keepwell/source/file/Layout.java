package dev.keepwell.source.file;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How a file is written: what has to be known before its first value can be understood.
///
/// The header is the line that names the columns, from 1; without one it is 0, and the columns are
/// `column_1` and so on. The sheet of a workbook is the first that is not hidden unless it is
/// named.
public record Layout(
        Format format,
        char delimiter,
        Charset encoding,
        int header,
        String sheet,
        DecimalSign decimal,
        DateOrder dates) {

    /// What a mapping may say of each format, in the order in which it is written.
    private static final Map<Format, List<String>> KEYS =
            Map.of(
                    Format.CSV,
                    List.of("delimiter", "encoding", "header", "decimal", "dates"),
                    Format.JSON_LINES,
                    List.of("encoding", "decimal", "dates"),
                    Format.PARQUET,
                    List.of("decimal", "dates"),
                    Format.XLSX,
                    List.of("sheet", "header", "decimal", "dates"));

    static final List<Character> DELIMITERS = List.of(',', ';', '\t', '|', ':');
    private static final int HEADER_MAX = 10_000;

    /// The plain case of a format: commas, UTF-8, names in the first line, points in numbers.
    public static Layout plain(Format format) {
        return new Layout(
                format,
                ',',
                StandardCharsets.UTF_8,
                1,
                "",
                DecimalSign.POINT,
                DateOrder.YEAR_FIRST);
    }

    /// What can be said of files of a format.
    public static List<String> keys(Format format) {
        return KEYS.getOrDefault(format, List.of());
    }

    /// The same with one thing said otherwise, in the words of [#toMap].
    public Layout with(String key, String text) {
        var known = keys(format);
        if (!known.contains(key)) {
            throw unfit(
                    "The layout of a file of %s has no '%s'.%s It knows %s."
                            .formatted(
                                    format.word(),
                                    key,
                                    Suggestion.forWord(key, known),
                                    String.join(", ", known)));
        }
        return switch (key) {
            case "delimiter" -> delimited(delimiter(text));
            case "encoding" -> encoded(encoding(text));
            case "header" -> headed(header(text));
            case "sheet" -> new Layout(format, delimiter, encoding, header, text, decimal, dates);
            case "decimal" -> written(word(DecimalSign.class, key, text));
            case "dates" -> dated(word(DateOrder.class, key, text));
            default -> throw new IllegalStateException(key);
        };
    }

    public Layout with(Map<String, String> said) {
        var layout = this;
        for (var it : said.entrySet()) {
            layout = layout.with(it.getKey(), it.getValue());
        }
        return layout;
    }

    /// What a mapping writes under `layout:` to have this layout.
    public SequencedMap<String, String> toMap() {
        var map = new LinkedHashMap<String, String>();
        for (var key : keys(format)) {
            map.put(key, text(key));
        }
        return map;
    }

    private String text(String key) {
        return switch (key) {
            case "delimiter" -> delimiter == '\t' ? "tab" : String.valueOf(delimiter);
            case "encoding" -> encoding.name().toLowerCase(Locale.ROOT);
            case "header" -> String.valueOf(header);
            case "sheet" -> sheet;
            case "decimal" -> decimal.name().toLowerCase(Locale.ROOT);
            case "dates" -> dates.name().toLowerCase(Locale.ROOT);
            default -> throw new IllegalStateException(key);
        };
    }

    /// A number as every receiver reads it: `1234.56`. What is no number stays as it is, to be
    /// refused by name later. Empty where it is one with the other decimal sign only: as it stands,
    /// it would be misread in silence.
    public Optional<String> number(String text) {
        if (decimal == DecimalSign.POINT && isPlain(text)) {
            return Optional.of(text);
        }
        var number = NumberText.of(text, decimal).map(NumberText::plain);
        return number.isPresent() || NumberText.of(text, decimal.other()).isPresent()
                ? number
                : Optional.of(text);
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean digit = c >= '0' && c <= '9';
            if (!digit && c != '.' && (c != '-' || i > 0)) {
                return false;
            }
        }
        return true;
    }

    /// A day or a moment in ISO form. What is none in the order of this file stays as it is.
    public String moment(String text) {
        return DayText.iso(text, dates);
    }

    Layout delimited(char other) {
        return new Layout(format, other, encoding, header, sheet, decimal, dates);
    }

    Layout encoded(Charset other) {
        return new Layout(format, delimiter, other, header, sheet, decimal, dates);
    }

    Layout headed(int other) {
        return new Layout(format, delimiter, encoding, other, sheet, decimal, dates);
    }

    Layout written(DecimalSign other) {
        return new Layout(format, delimiter, encoding, header, sheet, other, dates);
    }

    Layout dated(DateOrder other) {
        return new Layout(format, delimiter, encoding, header, sheet, decimal, other);
    }

    private static char delimiter(String text) {
        var one = text.equals("tab") ? "\t" : text;
        if (one.length() != 1 || !DELIMITERS.contains(one.charAt(0))) {
            throw unfit(
                    "A delimiter is one of , ; | : and tab, but got '%s'. Write one of them."
                            .formatted(text));
        }
        return one.charAt(0);
    }

    private static Charset encoding(String text) {
        try {
            return Charset.forName(text);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw unfit(
                    "There is no encoding '%s'. Write one such as utf-8, windows-1252 or utf-16le."
                            .formatted(text));
        }
    }

    private static int header(String text) {
        try {
            int line = Integer.parseInt(text);
            if (line >= 0 && line <= HEADER_MAX) {
                return line;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one sentence for both.
        }
        throw unfit(
                "A header is the number of its line, or 0 where there is none, but got '%s'."
                        .formatted(text));
    }

    private static <E extends Enum<E>> E word(Class<E> type, String key, String text) {
        var words =
                Arrays.stream(type.getEnumConstants())
                        .map(it -> it.name().toLowerCase(Locale.ROOT))
                        .toList();
        if (!words.contains(text)) {
            throw unfit(
                    "The %s of a layout is one of %s, but got '%s'.%s"
                            .formatted(
                                    key,
                                    String.join(", ", words),
                                    text,
                                    Suggestion.forWord(text, words)));
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }

    private static Refusal unfit(String sentences) {
        return Refusal.invalid("layout", sentences);
    }
}
