package dev.keepwell.kernel;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The id of a record of Salesforce, which comes with 15 characters in reports and with 18 in
/// exports, and is one.
///
/// Fifteen characters tell upper from lower case, which spreadsheets do not. Three more say which
/// of them are upper case, five by each, so that an id of 18 survives a tool that changes the case.
public final class SalesforceId {

    private static final int SHORT = 15;
    private static final int LONG = 18;
    private static final int CHUNK = 5;
    private static final String CASES = "ABCDEFGHIJKLMNOPQRSTUVWXYZ012345";
    private static final Pattern SHAPE = Pattern.compile("[a-zA-Z0-9]{15}(?:[a-zA-Z0-5]{3})?");

    private SalesforceId() {}

    /// The id with 18 characters, in the case in which Salesforce writes it.
    public static String to18(String id) {
        return read(id).orElseThrow(() ->
                Refusal.invalid(
                        "salesforce_id",
                        ("An id of Salesforce has 15 letters and digits, or 18 whose last"
                                        + " three tell the case of the others, but got"
                                        + " '%s'. Copy it from the address of the record.")
                                .formatted(id)));
    }

    /// The id with 18 characters, or nothing where the text is no id of Salesforce.
    public static Optional<String> read(String text) {
        if (!SHAPE.matcher(text).matches()) {
            return Optional.empty();
        }
        var id = text.substring(0, SHORT);
        if (text.length() == SHORT) {
            return Optional.of(id + suffix(id));
        }
        var told = text.substring(SHORT, LONG).toUpperCase(Locale.ROOT);
        var mended = inCase(id, told);
        return suffix(mended).equals(told) ? Optional.of(mended + told) : Optional.empty();
    }

    private static String suffix(String id) {
        var suffix = new StringBuilder();
        for (int start = 0; start < SHORT; start += CHUNK) {
            int bits = 0;
            for (int i = 0; i < CHUNK; i++) {
                bits |= Character.isUpperCase(id.charAt(start + i)) ? 1 << i : 0;
            }
            suffix.append(CASES.charAt(bits));
        }
        return suffix.toString();
    }

    private static String inCase(String id, String suffix) {
        var mended = new StringBuilder();
        for (int i = 0; i < SHORT; i++) {
            int bits = CASES.indexOf(suffix.charAt(i / CHUNK));
            boolean upper = (bits >> (i % CHUNK) & 1) == 1;
            char letter = id.charAt(i);
            mended.append(upper ? Character.toUpperCase(letter) : Character.toLowerCase(letter));
        }
        return mended.toString();
    }
}
