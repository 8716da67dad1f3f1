package dev.keepwell.screen.api;

import dev.keepwell.health.Drafts;
import dev.keepwell.kernel.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The revision of a draft in the headers of HTTP: `ETag: "3"` and `If-Match: "3"`.
final class Revision {

    private static final Pattern FORM = Pattern.compile("(?:W/)?\"?(\\d{1,9})\"?");

    private Revision() {}

    static String tag(int revision) {
        return "\"" + revision + "\"";
    }

    /// Whoever changes a draft says which revision they saw, so that nobody overwrites another's.
    static Drafts.Hand of(Caller caller, @Nullable String ifMatch) {
        var match = FORM.matcher(ifMatch == null ? "" : ifMatch);
        if (!match.matches()) {
            throw Refusal.invalid(
                    "if_match", "Say which revision you saw, as its ETag does: 'If-Match: \"3\"'.");
        }
        return new Drafts.Hand(caller.name(), Integer.parseInt(match.group(1)));
    }
}
