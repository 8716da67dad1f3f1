package dev.keepwell.kernel;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Texts in CSV files that people open in spreadsheets: none of them is run as a formula, and what
/// was marked on its way out is plain again on its way in.
public final class SpreadsheetText {

    private static final String FORMULA_BEGINS_WITH = "=+-@\t\r|%＝＋－＠｜％";
    private static final String MARK = "'";

    /// A sign before digits is no formula, and people add these cells up.
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.\\d+)?");

    /// A carriage return may end a line, and may begin the next.
    private static final String BREAKS = "\n\r\u000b\f\u0085\u2028\u2029";

    private static final Pattern BREAK = Pattern.compile("(?<=[" + BREAKS + "])");
    private static final Pattern MARKS = Pattern.compile("^'+");

    private SpreadsheetText() {}

    /// The cell of a value: texts are quoted, numbers are not, and nothing is empty.
    public static String cell(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case Number number -> number.toString();
            default -> quoted(value.toString());
        };
    }

    public static String quoted(String text) {
        return '"' + marked(text).replace("\"", "\"\"") + '"';
    }

    /// With a `'` in front where a spreadsheet would see a formula, or would do so without the `'`
    /// that is there.
    public static String marked(String text) {
        return needsMark(text) ? MARK + text : text;
    }

    /// Without the `'` that [#marked] puts in front, and exactly that.
    public static String unmarked(String text) {
        return text.startsWith(MARK) && needsMark(text.substring(1)) ? text.substring(1) : text;
    }

    private static boolean needsMark(String text) {
        if (text.isEmpty()) {
            return false;
        }
        return isFormula(text)
                || (text.startsWith(MARK) && isFormula(MARKS.matcher(text).replaceFirst("")));
    }

    /// On any of its lines: some programs read a line break as the next cell.
    private static boolean isFormula(String text) {
        if (NUMBER.matcher(text).matches()) {
            return false;
        }
        var breaks = text.chars().anyMatch(it -> BREAKS.indexOf(it) >= 0);
        return beginsFormula(text)
                || (breaks && BREAK.splitAsStream(text).anyMatch(SpreadsheetText::beginsFormula));
    }

    private static boolean beginsFormula(String line) {
        return line.codePoints()
                .dropWhile(SpreadsheetText::isBlank)
                .limit(1)
                .anyMatch(it -> FORMULA_BEGINS_WITH.indexOf(it) >= 0);
    }

    /// A tab and a carriage return are blank as well, and begin formulas all the same. What is
    /// never seen, such as the mark of a byte order, hides no formula either.
    private static boolean isBlank(int sign) {
        return FORMULA_BEGINS_WITH.indexOf(sign) < 0
                && (Character.isWhitespace(sign)
                        || Character.isSpaceChar(sign)
                        || Character.isISOControl(sign)
                        || Character.getType(sign) == Character.FORMAT);
    }
}
