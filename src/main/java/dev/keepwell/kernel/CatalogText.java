package dev.keepwell.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A catalogue file taken apart: YAML blocks between `/*---` and `---*/`, and the SQL around them.
///
/// Every file stays a legal SQL script, so an analyst can open and run it as it is.
public record CatalogText(String place, List<String> blocks, List<String> queries, String text) {

    private static final Pattern BLOCK = Pattern.compile("(?ms)^/\\*---[ \\t]*\\R(.*?)^---\\*/");

    /// `place` is the path that error messages name.
    public static CatalogText parse(String place, String text) {
        var blocks = new ArrayList<String>();
        var queries = new ArrayList<String>();
        var matcher = BLOCK.matcher(text);
        int from = 0;
        while (matcher.find()) {
            addQuery(queries, text.substring(from, matcher.start()));
            blocks.add(matcher.group(1));
            from = matcher.end();
        }
        addQuery(queries, text.substring(from));
        return new CatalogText(place, List.copyOf(blocks), List.copyOf(queries), text);
    }

    private static void addQuery(List<String> queries, String text) {
        if (!text.isBlank()) {
            queries.add(text.strip());
        }
    }

    /// The line of the file on which a part of it begins, counted from one.
    public int lineOf(String part) {
        var before = text.substring(0, Math.max(0, text.indexOf(part)));
        return (int) before.lines().count() + (before.endsWith("\n") || before.isEmpty() ? 1 : 0);
    }

    public Refusal refused(String problem) {
        return Refusal.invalid("catalogue", place + "  " + problem);
    }
}
