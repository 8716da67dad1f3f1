package dev.keepwell.source.webhook;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// A request as a signature covers it: the bytes as they came, before anybody reads them.
@SuppressWarnings("ArrayRecordComponent") // It is verified once, never compared.
record Signed(String method, String url, Map<String, String> headers, byte[] body) {

    Signed {
        var anyCase = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        anyCase.putAll(headers);
        headers = anyCase;
    }

    /// A header that the signature needs.
    String header(String name) {
        var value = headers.get(name);
        if (value == null || value.isBlank()) {
            throw new Unsigned(
                    "missing_header",
                    "The header %s is missing. Send the request as its provider signs it."
                            .formatted(name));
        }
        return value;
    }

    @Nullable String find(String name) {
        return headers.get(name);
    }
}
