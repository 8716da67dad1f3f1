package dev.keepwell.screen.wizard;

import java.util.List;

/// Which column means what.
public record MapPage(
        List<Line> lines,
        List<Constant> constants,
        boolean clearsBlanks,
        boolean isRemembered,
        List<String> missing) {

    /// A column of the file, some of its values, and the field it was taken for.
    public record Line(
            int number,
            String column,
            List<String> samples,
            int filled,
            String shape,
            String why,
            boolean isSure,
            List<Choosable> fields,
            List<UploadPage.Option> formats) {}

    public record Choosable(String name, String title, boolean isNeeded, boolean isChosen) {}

    /// What is the same in every row.
    public record Constant(String name, String label, String value) {}
}
