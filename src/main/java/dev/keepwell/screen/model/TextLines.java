package dev.keepwell.screen.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Which lines of two texts are the same: the longest sequence that both have in common stays, the
/// rest went or came.
public final class TextLines {

    private TextLines() {}

    /// A line of one text, or of both.
    public record Line(Sign sign, String text) {}

    /// Whether a line stayed, went or came.
    public enum Sign {
        SAME(" ", "same"),
        GONE("−", "gone"),
        NEW("+", "new");

        private final String mark;
        private final String word;

        Sign(String mark, String word) {
            this.mark = mark;
            this.word = word;
        }

        public String mark() {
            return mark;
        }

        public String word() {
            return word;
        }
    }

    static List<Line> between(String before, String after) {
        var a = before.lines().toList();
        var b = after.lines().toList();
        var common = common(a, b);
        var lines = new ArrayList<Line>();
        int i = 0;
        int j = 0;
        while (i < a.size() || j < b.size()) {
            if (i < a.size() && j < b.size() && a.get(i).equals(b.get(j))) {
                lines.add(new Line(Sign.SAME, a.get(i)));
                i++;
                j++;
            } else if (j == b.size() || (i < a.size() && common[i + 1][j] >= common[i][j + 1])) {
                lines.add(new Line(Sign.GONE, a.get(i)));
                i++;
            } else {
                lines.add(new Line(Sign.NEW, b.get(j)));
                j++;
            }
        }
        return Collections.unmodifiableList(lines);
    }

    /// How many lines the rests of both texts have in common, from each pair of lines on.
    private static int[][] common(List<String> a, List<String> b) {
        var common = new int[a.size() + 1][b.size() + 1];
        for (int i = a.size() - 1; i >= 0; i--) {
            for (int j = b.size() - 1; j >= 0; j--) {
                common[i][j] =
                        a.get(i).equals(b.get(j))
                                ? common[i + 1][j + 1] + 1
                                : Math.max(common[i + 1][j], common[i][j + 1]);
            }
        }
        return common;
    }
}
