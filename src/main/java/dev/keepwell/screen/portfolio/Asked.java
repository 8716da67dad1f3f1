package dev.keepwell.screen.portfolio;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What somebody wants of the list of accounts. The page's address says the same.
public record Asked(
        String search, List<Filter> filters, List<Order> sort, @Nullable String cursor, int limit) {

    public Asked {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
        if (limit < 1 || limit > Accounts.LIMIT_MAX) {
            throw Refusal.invalid(
                    "limit",
                    "A limit is 1 to %d, but got %d.".formatted(Accounts.LIMIT_MAX, limit));
        }
    }

    /// Reads the parameters of an address.
    public static Asked of(
            String search, String filters, String sort, @Nullable String cursor, int limit) {
        if (search.indexOf('\0') >= 0) {
            throw Refusal.invalid("q", "The q cannot have the character U+0000. Remove it.");
        }
        return new Asked(search, Filter.parse(filters), Order.parse(sort), cursor, limit);
    }

    Keyset keyset() {
        return new Keyset(sort, cursor == null ? null : Cursor.parse(cursor, sort));
    }

    /// What is asked, as long as nobody has looked what a search finds.
    Clause where(LocalDate today) {
        return Clause.all(clauses(today, words().clause()));
    }

    /// The search as `found` says it, where there is one, and each filter after it.
    List<Clause> clauses(LocalDate today, Clause found) {
        var clauses = new ArrayList<Clause>();
        if (!words().isBlank()) {
            clauses.add(found);
        }
        filters.forEach(it -> clauses.add(Condition.of(it, today)));
        return clauses;
    }

    Search words() {
        return new Search(search);
    }
}
