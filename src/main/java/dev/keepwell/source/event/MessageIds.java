package dev.keepwell.source.event;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The id of an event that may be no JSON at all, as far as one can tell: for those who look for it
/// among what was set aside.
final class MessageIds {

    private static final Pattern ID =
            Pattern.compile(
                    "\"(?:messageId|uuid)\"\\s*:\\s*"
                            + "\"([\\x20-\\x21\\x23-\\x5b\\x5d-\\x7e]{1,100})\"");

    private MessageIds() {}

    static @Nullable String of(byte[] original) {
        var found = ID.matcher(new String(original, StandardCharsets.ISO_8859_1));
        return found.find() ? found.group(1) : null;
    }
}
