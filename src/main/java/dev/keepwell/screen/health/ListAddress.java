package dev.keepwell.screen.health;

import dev.keepwell.screen.accounts.Address.Part;

/// Where the list of accounts shows who is behind a number.
record ListAddress(String filters, String sort) {

    @Override
    public String toString() {
        var shown = new Part("f", filters);
        return "/accounts?%s&%s".formatted(shown.text(), new Part("sort", sort).text());
    }
}
