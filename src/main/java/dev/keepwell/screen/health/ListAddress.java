package dev.keepwell.screen.health;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Where the list of accounts shows who is behind a number.
record ListAddress(String filters, String sort) {

    @Override
    public String toString() {
        return "/accounts?f=%s&sort=%s".formatted(encoded(filters), encoded(sort));
    }

    /// Brackets and commas stay readable: they mean nothing else in a query.
    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("%2C", ",")
                .replace("%28", "(")
                .replace("%29", ")");
    }
}
