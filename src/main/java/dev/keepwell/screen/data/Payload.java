package dev.keepwell.screen.data;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/// An event as people read it: a line for each value, every number sign by sign, and a mark on what
/// breaks a rule. What is no JSON stays as it came.
///
/// @param isFound whether anything stands where the rule is broken
public record Payload(List<Line> lines, boolean isFound) {

    /// A key that somebody sent in the body opens the door, whoever reads it.
    private static final Pattern KEY = Pattern.compile("kw_(write|live)_[A-Za-z0-9_-]+");

    private static final JsonFactory JSON =
            JsonFactory.builder()
                    .streamReadConstraints(
                            StreamReadConstraints.builder()
                                    .maxNestingDepth(1 << 16)
                                    .maxNumberLength(1 << 16)
                                    .build())
                    .build();

    /// A line, and whether it breaks a rule.
    public record Line(String text, boolean isMarked) {

        Line plus(String more) {
            return new Line(text + more, isMarked);
        }
    }

    public Payload {
        lines = List.copyOf(lines);
    }

    /// Marks the place of a JSON pointer; an empty one means all of it, and marks nothing.
    static Payload of(String json, String pointer) {
        var shown = masked(json);
        try (var parser = JSON.createParser(ObjectReadContext.empty(), shown)) {
            var printer = new Printer(pointer);
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                printer.print(parser, token);
            }
            return new Payload(printer.lines, printer.isFound);
        } catch (JacksonException e) {
            return new Payload(shown.lines().map(it -> new Line(it, false)).toList(), false);
        }
    }

    /// The same without line breaks and blanks, so that what somebody looked at has the size of
    /// what was sent. What is no JSON stays as it is.
    static String compact(String json) {
        var text = new StringBuilder();
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                Compact.append(text, parser, token);
            }
            return text.toString();
        } catch (JacksonException e) {
            return json;
        }
    }

    /// Without the text of any key.
    static String masked(String text) {
        return KEY.matcher(text).replaceAll("kw_$1_…");
    }

    /// All of it, for whoever edits or copies it.
    public String text() {
        return String.join("\n", lines.stream().map(Line::text).toList());
    }

    /// Goes through an event once.
    private static final class Printer {

        private static final String INDENT = "  ";
        private static final int NOWHERE = -1;

        private final List<Line> lines = new ArrayList<>();
        private final String pointer;
        private String name = "";
        private int depth;
        private int markedFrom = NOWHERE;
        private boolean isFollowing;
        private boolean isFound;

        Printer(String pointer) {
            this.pointer = pointer;
        }

        void print(JsonParser parser, JsonToken token) {
            switch (token) {
                case PROPERTY_NAME -> name = Compact.quoted(parser.currentName()) + ": ";
                case START_OBJECT -> open(parser, "{");
                case START_ARRAY -> open(parser, "[");
                case END_OBJECT -> close("}");
                case END_ARRAY -> close("]");
                case VALUE_STRING -> put(parser, Compact.quoted(parser.getString()));
                case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT, VALUE_TRUE, VALUE_FALSE, VALUE_NULL ->
                        put(parser, parser.getString());
                case VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE -> {}
            }
        }

        private void open(JsonParser parser, String sign) {
            if (put(parser, sign)) {
                markedFrom = depth;
            }
            depth++;
            isFollowing = false;
        }

        private void close(String sign) {
            depth--;
            if (isFollowing) {
                lines.add(new Line(INDENT.repeat(depth) + sign, markedFrom != NOWHERE));
            } else {
                lines.set(lines.size() - 1, lines.getLast().plus(sign));
            }
            if (markedFrom == depth) {
                markedFrom = NOWHERE;
            }
            isFollowing = true;
        }

        /// Says whether a marked place begins here.
        private boolean put(JsonParser parser, String text) {
            if (isFollowing) {
                lines.set(lines.size() - 1, lines.getLast().plus(","));
            }
            var isHere =
                    !pointer.isEmpty()
                            && parser.streamReadContext()
                                    .pathAsPointer()
                                    .toString()
                                    .equals(pointer);
            isFound |= isHere;
            var isMarked = isHere || markedFrom != NOWHERE;
            lines.add(new Line(INDENT.repeat(depth) + name + text, isMarked));
            name = "";
            isFollowing = true;
            return isHere && markedFrom == NOWHERE;
        }
    }
}
