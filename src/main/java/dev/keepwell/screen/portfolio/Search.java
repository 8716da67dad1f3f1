package dev.keepwell.screen.portfolio;

import dev.keepwell.postgres.Rows;
import dev.keepwell.postgres.Session;
import java.util.Locale;

/// The words that an account's name or reference must contain.
record Search(String words) {

    /// More than these are found soon by walking along the sort; fewer are named one by one.
    private static final int FEW = 1_000;

    private static final String FOUND =
            "select account_id from screen.portfolio_search where searched like ? limit ?";

    boolean isBlank() {
        return words.isBlank();
    }

    /// What is asked, whatever it finds.
    Clause clause() {
        return new Clause("searched like ?", pattern());
    }

    /// The same for the accounts that are there now: a few of them by their ids, along the index
    /// that has them, where the words would have to be looked for in every wide row.
    Clause clause(Session session) {
        var found =
                Rows.of(session.sql().sql(FOUND).params(pattern(), FEW + 1).query(String.class));
        return found.size() > FEW
                ? clause()
                : new Clause("account_id = any(?)", (Object) found.toArray(String[]::new));
    }

    private String pattern() {
        var small = words.strip().toLowerCase(Locale.ROOT);
        return "%" + small.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }
}
