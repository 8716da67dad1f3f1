package dev.keepwell.source.event;

import java.util.ArrayList;
import java.util.List;

/// Finds where the values of a JSON text begin and end, without judging what is in them.
///
/// A batch is cut into its events by this alone, so that one event that is no JSON takes no other
/// one with it. What it cannot cut is no JSON at all.
final class Cut {

    private final Slice.Bytes body;
    private final byte[] text;
    private int at;

    Cut(Slice.Bytes body) {
        this.body = body;
        this.text = body.all();
    }

    /// One key of the outermost object, and its value.
    record Entry(Slice key, Slice value) {}

    /// What the text is: one value, with nothing but blanks around it.
    Slice whole() {
        skipMark();
        blanks();
        var value = value();
        blanks();
        if (at < text.length) {
            throw malformed("something follows the end of the value");
        }
        return value;
    }

    static List<Entry> entries(Slice object) {
        var cut = new Cut(object.body());
        cut.at = object.start() + 1;
        var entries = new ArrayList<Entry>();
        while (cut.goesOn('}', entries.isEmpty())) {
            var key = cut.string();
            cut.blanks();
            cut.expect(':');
            cut.blanks();
            entries.add(new Entry(key, cut.value()));
            if (entries.size() > Limits.KEYS) {
                throw Refused.forGood(
                        400,
                        "too_many_keys",
                        "An object has at most %d keys.".formatted(Limits.KEYS));
            }
        }
        return entries;
    }

    static List<Slice> elements(Slice array) {
        var cut = new Cut(array.body());
        cut.at = array.start() + 1;
        var elements = new ArrayList<Slice>();
        while (cut.goesOn(']', elements.isEmpty())) {
            elements.add(cut.value());
            if (elements.size() > Limits.EVENTS) {
                throw Refused.forGood(
                        413,
                        "too_many_events",
                        "A batch has at most %d events. Send several.".formatted(Limits.EVENTS));
            }
        }
        return elements;
    }

    /// Whether another member follows; steps over the comma before it.
    private boolean goesOn(char end, boolean isFirst) {
        blanks();
        if (peek() == end) {
            at++;
            return false;
        }
        if (!isFirst) {
            expect(',');
            blanks();
        }
        return true;
    }

    private Slice value() {
        int start = at;
        switch (peek()) {
            case '"' -> string();
            case '{', '[' -> container();
            default -> scalar();
        }
        return new Slice(body, start, at);
    }

    private void container() {
        int depth = 0;
        do {
            switch (peek()) {
                case '"' -> {
                    string();
                    continue;
                }
                case '{', '[' -> depth++;
                case '}', ']' -> depth--;
                default -> {}
            }
            at++;
        } while (depth > 0);
    }

    private Slice string() {
        int start = at;
        expect('"');
        while (peek() != '"') {
            at += peek() == '\\' ? 2 : 1;
        }
        at++;
        return new Slice(body, start, at);
    }

    private void scalar() {
        int start = at;
        while (at < text.length && !endsScalar(text[at])) {
            at++;
        }
        if (at == start) {
            throw malformed("a value is missing");
        }
    }

    private static boolean endsScalar(byte sign) {
        return switch (sign) {
            case ',', '}', ']', ':', '"', '{', '[', ' ', '\t', '\n', '\r' -> true;
            default -> false;
        };
    }

    private void blanks() {
        while (at < text.length
                && (text[at] == ' ' || text[at] == '\n' || text[at] == '\r' || text[at] == '\t')) {
            at++;
        }
    }

    /// Some programs begin every text with a byte order mark.
    private void skipMark() {
        if (text.length >= 3
                && text[0] == (byte) 0xEF
                && text[1] == (byte) 0xBB
                && text[2] == (byte) 0xBF) {
            at = 3;
        }
    }

    private void expect(char sign) {
        if (peek() != sign) {
            throw malformed("'%s' is missing".formatted(sign));
        }
        at++;
    }

    private byte peek() {
        if (at >= text.length) {
            throw malformed("it ends too early");
        }
        return text[at];
    }

    private Refused malformed(String why) {
        return Refused.forGood(
                400, "malformed_json", "The body is no JSON: at byte %d %s.".formatted(at, why));
    }
}
