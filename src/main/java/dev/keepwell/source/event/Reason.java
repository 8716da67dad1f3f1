package dev.keepwell.source.event;

import java.util.Locale;

/// Why an event cannot be used. The words are those that answers, lists and exports show.
public enum Reason {
    NOT_AN_OBJECT("An event is a JSON object."),
    EVENT_TOO_LARGE("An event has at most 32 KB."),
    TOO_DEEP("Objects and arrays of an event lie at most 64 deep."),
    TOO_MANY_KEYS("An event has at most 1,000 keys."),
    STRING_TOO_LONG("A text in an event has at most 8,192 characters."),
    KEY_TOO_LONG("A key has at most 256 characters."),
    NUMBER_TOO_LONG("A number has at most 400 digits."),
    DUPLICATE_KEY("A key stands once in an object."),
    BAD_TEXT("Text is UTF-8 without NUL and without half surrogates."),
    MALFORMED_EVENT("An event is well-formed JSON."),
    BAD_MESSAGE_ID("A message id is a text of 1 to 100 characters."),
    UNKNOWN_TYPE("An event is track, page, screen, identify, group or alias."),
    MISSING_USER("An event names its user: userId or anonymousId."),
    BAD_REFERENCE("An id is a text of 1 to 200 characters."),
    MISSING_NAME("A track call names its event."),
    BAD_NAME("The name of an event is a text of 1 to 200 characters."),
    MISSING_GROUP("A group call names its group: groupId."),
    MISSING_PREVIOUS("An alias call names the id before: previousId."),
    BAD_TRAITS("Properties, traits and context are objects."),
    BAD_TIMESTAMP("A timestamp is written like 2026-03-01T13:45:00Z."),
    TIMESTAMP_OUT_OF_RANGE("An event happened after the year 1999."),
    FUTURE_TIMESTAMP("An event happened at most 24 hours from now."),
    /// Nobody foresaw it, and it failed alone in three tries.
    UNPROCESSABLE(
            "The event could not be stored, and no rule says why. The log of the server does.");

    private final String rule;

    Reason(String rule) {
        this.rule = rule;
    }

    /// `event_too_large`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The rule it breaks, in a sentence.
    public String rule() {
        return rule;
    }
}
