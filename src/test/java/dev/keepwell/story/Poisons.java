package dev.keepwell.story;

import static dev.keepwell.story.Poison.atTheDoor;
import static dev.keepwell.story.Poison.event;
import static dev.keepwell.story.Poison.harmless;
import static dev.keepwell.story.Poison.instead;
import static dev.keepwell.story.Poison.later;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Everything that has been seen to make a pipeline of events stumble, and some more.
final class Poisons {

    private Poisons() {}

    static List<Poison> all() {
        return Stream.of(texts(), shapes(), sizes(), ids(), meanings(), times(), harmlessOnes())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Poison> texts() {
        return List.of(
                atTheDoor("bad UTF-8", event("t1", property("\u00c3(")), "bad_text"),
                atTheDoor("overlong UTF-8", event("t2", property("\u00c1\u0081")), "bad_text"),
                atTheDoor(
                        "surrogates as UTF-8",
                        event("t3", property("\u00ed\u00a0\u00bd\u00ed\u00b8\u0080")),
                        "bad_text"),
                atTheDoor("half a sign", event("t4", property("\u00e2\u0082")), "bad_text"),
                atTheDoor("lone surrogate", event("t5", property("\\ud800")), "bad_text"),
                atTheDoor("turned surrogates", event("t6", property("\\udc00\\ud800")), "bad_text"),
                atTheDoor("NUL in an id", event("t7\\u0000", ""), "bad_text"),
                atTheDoor(
                        "NUL in a name",
                        instead("t8", "Poison Taken", "Poison\\u0000Taken"),
                        "bad_text"),
                atTheDoor("NUL in a property", event("t9", property("a\\u0000b")), "bad_text"),
                atTheDoor("NUL in a key", event("t10", "\"a\\u0000\": 1"), "bad_text"),
                atTheDoor("NUL as it is", event("t11", property("a\u0000b")), "malformed_event"),
                atTheDoor("bad escape", event("t12", property("\\x41")), "malformed_event"),
                atTheDoor("half an escape", event("t13", property("\\u12")), "malformed_event"));
    }

    private static List<Poison> shapes() {
        return List.of(
                atTheDoor("NaN", event("s1", "\"n\": NaN"), "malformed_event"),
                atTheDoor("infinity", event("s2", "\"n\": -Infinity"), "malformed_event"),
                atTheDoor("zero in front", event("s3", "\"n\": 007"), "malformed_event"),
                atTheDoor("no value", event("s4", "\"n\":"), "malformed_event"),
                atTheDoor("comma at the end", event("s5", "\"n\": 1,"), "malformed_event"),
                atTheDoor("single quotes", event("s6", "'n': 1"), "malformed_event"),
                atTheDoor("comment", event("s7", "/* n */ \"n\": 1"), "malformed_event"),
                atTheDoor("wrong bracket", event("s8", "\"n\": [1}"), "malformed_event"),
                atTheDoor("a text", "\"s9\"", "not_an_object"),
                atTheDoor("a number", "4711", "not_an_object"),
                atTheDoor("null", "null", "not_an_object"),
                atTheDoor("an array", "[\"s10\"]", "not_an_object"),
                atTheDoor("no JSON at all", "undefined", "not_an_object"),
                atTheDoor("key twice", event("s11", "\"n\": 1, \"n\": 2"), "duplicate_key"),
                atTheDoor(
                        "key twice below",
                        event("s12", "\"p\": {\"n\": 1, \"\\u006e\": 2}"),
                        "duplicate_key"),
                atTheDoor("id twice", event("s13", "\"messageId\": \"s14\""), "duplicate_key"));
    }

    private static List<Poison> sizes() {
        return List.of(
                atTheDoor("33 KB", event("z1", properties(5, 6_600)), "event_too_large"),
                atTheDoor("65 deep", event("z2", deep(64)), "too_deep"),
                atTheDoor("201 deep", event("z3", deep(200)), "too_deep"),
                atTheDoor("100,000 deep", event("z4", deep(100_000)), "event_too_large"),
                atTheDoor("1,001 keys", event("z5", keys(997)), "too_many_keys"),
                atTheDoor("10,001 keys", event("z6", keys(9_997)), "event_too_large"),
                atTheDoor("long text", event("z7", property("x".repeat(8_193))), "string_too_long"),
                atTheDoor(
                        "long key",
                        event("z8", "\"%s\": 1".formatted("k".repeat(257))),
                        "key_too_long"),
                atTheDoor(
                        "long number",
                        event("z9", "\"n\": " + "9".repeat(401)),
                        "number_too_long"));
    }

    private static List<Poison> ids() {
        return List.of(
                atTheDoor("id is a number", instead("i1", "\"i1\"", "1"), "bad_message_id"),
                atTheDoor("id is an object", instead("i2", "\"i2\"", "{}"), "bad_message_id"),
                atTheDoor("id is an array", instead("i3", "\"i3\"", "[]"), "bad_message_id"),
                atTheDoor("id is a yes", instead("i4", "\"i4\"", "true"), "bad_message_id"),
                atTheDoor("blank id", event(" ", "\"i\": 5"), "bad_message_id"),
                atTheDoor("empty id", event("", "\"i\": 6"), "bad_message_id"),
                atTheDoor("id of 101 signs", event("i".repeat(101), ""), "bad_message_id"));
    }

    private static List<Poison> meanings() {
        return List.of(
                later("unknown type", instead("m1", "\"track\"", "\"tracked\""), "unknown_type"),
                later("no type", instead("m2", "\"type\": \"track\", ", ""), "unknown_type"),
                later("type is a number", instead("m3", "\"track\"", "7"), "unknown_type"),
                later("no user", instead("m4", "\"userId\"", "\"user\""), "missing_user"),
                later("user is null", instead("m5", "\"u1\"", "null"), "missing_user"),
                later("blank user", instead("m6", "\"u1\"", "\" \""), "bad_reference"),
                later("user is an object", instead("m7", "\"u1\"", "{}"), "bad_reference"),
                later("long user", instead("m8", "u1", "u".repeat(201)), "bad_reference"),
                later("user is a fraction", instead("m9", "\"u1\"", "1.5"), "bad_reference"),
                later("no name", instead("m10", "\"event\"", "\"name\""), "missing_name"),
                later("name is null", instead("m11", "\"Poison Taken\"", "null"), "missing_name"),
                later("name is a number", instead("m12", "\"Poison Taken\"", "7"), "bad_name"),
                later("blank name", instead("m13", "Poison Taken", " "), "bad_name"),
                later("long name", instead("m14", "Poison", "P".repeat(200)), "bad_name"),
                later("no group", instead("m15", "track", "group"), "missing_group"),
                later("no id before", instead("m16", "track", "alias"), "missing_previous"),
                later("properties are a text", event("m17", "\"properties\": \"a\""), "bad_traits"),
                later("properties are many", event("m18", "\"properties\": [1]"), "bad_traits"),
                later("traits are a number", event("m19", "\"traits\": 7"), "bad_traits"),
                later("context is a text", event("m20", "\"context\": \"web\""), "bad_traits"),
                later(
                        "account is an object",
                        event("m21", "\"context\": {\"groupId\": {}}"),
                        "bad_reference"));
    }

    private static List<Poison> times() {
        return List.of(
                later(
                        "time is a number",
                        event("d1", "\"timestamp\": 1772359200"),
                        "bad_timestamp"),
                later("time is a word", time("d2", "yesterday"), "bad_timestamp"),
                later("time without zone", time("d3", "2026-03-01T10:00:00"), "bad_timestamp"),
                later("no such day", time("d4", "2026-02-30T10:00:00Z"), "bad_timestamp"),
                later("time is a yes", event("d5", "\"timestamp\": true"), "bad_timestamp"),
                later("year 0", time("d6", "0000-01-01T00:00:00Z"), "timestamp_out_of_range"),
                later("year 1999", time("d7", "1999-12-31T23:59:59Z"), "timestamp_out_of_range"),
                later("year 9999", time("d8", "9999-12-31T23:59:59Z"), "future_timestamp"),
                later(
                        "year 9999999",
                        time("d9", "+9999999-01-01T00:00:00Z"),
                        "timestamp_out_of_range"),
                later("in 25 hours", time("d10", "%IN_25_HOURS%"), "future_timestamp"));
    }

    private static List<Poison> harmlessOnes() {
        return List.of(
                harmless("1e400", event("h1", "\"properties\": {\"n\": 1e400}")),
                harmless("1e-400", event("h2", "\"properties\": {\"n\": 1e-400}")),
                harmless("__proto__", event("h3", "\"__proto__\": {\"admin\": true}")),
                harmless("no time", event("h4", "\"timestamp\": null")),
                harmless("user is a number", instead("h5", "\"u1\"", "4711")),
                harmless("64 deep", event("h6", deep(63))),
                harmless("1,000 keys", event("h7", keys(996))),
                harmless("a smile", event("h8", property("\\ud83d\\ude00 \u263a"))),
                harmless("400 digits", event("h9", "\"n\": " + "9".repeat(400))));
    }

    private static String property(String text) {
        return "\"properties\": {\"p\": \"%s\"}".formatted(text);
    }

    private static String time(String id, String timestamp) {
        return event(id, "\"timestamp\": \"%s\"".formatted(timestamp));
    }

    private static String deep(int arrays) {
        return "\"d\": " + "[".repeat(arrays) + "]".repeat(arrays);
    }

    /// One of them holds the others.
    private static String keys(int count) {
        return IntStream.range(1, count)
                .mapToObj(it -> "\"k%d\": 1".formatted(it))
                .collect(Collectors.joining(",", "\"p\": {", "}"));
    }

    private static String properties(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(it -> "\"p%d\": \"%s\"".formatted(it, "x".repeat(length)))
                .collect(Collectors.joining(", "));
    }
}
