package dev.keepwell.screen.data;

import dev.keepwell.customer.identity.Pair;
import dev.keepwell.customer.identity.Part;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two records that may be one, side by side, each as its source tells it.
public record DuplicateRow(
        String kind,
        String what,
        String strength,
        String evidence,
        String caution,
        Side first,
        Side second,
        List<Line> lines) {

    private static final double STRONG = 0.8;
    private static final double FAIR = 0.6;

    /// One of the two. The one that was known first is the first, and stays unless somebody wishes
    /// otherwise.
    public record Side(String id, String name, String reference) {}

    /// What both say of one field; empty where one says nothing.
    public record Line(String field, String first, String second) {

        public boolean isDifferent() {
            return !first.isEmpty() && !second.isEmpty() && !first.equals(second);
        }
    }

    static DuplicateRow of(Pair pair, Part one, Part other, Map<String, String> names) {
        var isOneFirst = !one.firstKnown().isAfter(other.firstKnown());
        var elder = isOneFirst ? one : other;
        var younger = isOneFirst ? other : one;
        return new DuplicateRow(
                pair.kind().word(),
                capital(pair.kind().word()),
                strength(pair.confidence()),
                pair.evidence(),
                pair.caution(),
                side(elder),
                side(younger),
                lines(elder, younger, names));
    }

    private static Side side(Part part) {
        return new Side(part.id(), part.name(), part.origin().reference());
    }

    private static String strength(double confidence) {
        if (confidence >= STRONG) {
            return "Very likely";
        }
        return confidence >= FAIR ? "Likely" : "Possible";
    }

    private static List<Line> lines(Part one, Part other, Map<String, String> names) {
        var fields = new LinkedHashSet<>(one.fields().keySet());
        fields.addAll(other.fields().keySet());
        var lines = new ArrayList<Line>();
        for (var field : fields) {
            var first = said(one.fields().get(field), names);
            var second = said(other.fields().get(field), names);
            if (!first.isEmpty() || !second.isEmpty()) {
                var label = capital(field.replace('_', ' ').replaceFirst(" id$", ""));
                lines.add(new Line(label, first, second));
            }
        }
        return lines;
    }

    /// People know accounts by their names.
    private static String said(@Nullable String value, Map<String, String> names) {
        return value == null ? "" : names.getOrDefault(value, value);
    }

    static String capital(String text) {
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
