package dev.keepwell.screen.health;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Asked;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Portfolio;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;

/// The accounts whose score moved most in thirty days. Each list is one that the page of all
/// accounts can show in full.
public record Movers(Kind kind, List<Entry> entries, long all) {

    private static final int SHOWN = 10;

    public Movers {
        entries = List.copyOf(entries);
    }

    /// What the accounts of a list have in common.
    public enum Kind {
        FALLS("Largest falls", "change.under(0)", "change"),
        RISES("Largest rises", "change.over(0)", "-change"),
        /// Changes of colour are noticed; a long fall inside one colour is not.
        STUCK(
                "Falling without a change of colour",
                "change.under(-9.9),turned.unknown()",
                "change");

        private final String title;
        private final String filters;
        private final String sort;

        Kind(String title, String filters, String sort) {
            this.title = title;
            this.filters = filters;
            this.sort = sort;
        }

        public String title() {
            return title;
        }

        public String address() {
            return new ListAddress(filters, sort).toString();
        }
    }

    /// Where the lists come from.
    @Component
    public static final class Source {

        private final Portfolio portfolio;

        Source(Portfolio portfolio) {
            this.portfolio = portfolio;
        }

        /// One list of each kind; none as long as no day was judged.
        public List<Movers> of(WorkspaceId workspace) {
            return Arrays.stream(Kind.values())
                    .flatMap(kind ->
                            portfolio
                                    .page(workspace, asked(kind))
                                    .map(it ->
                                            new Movers(kind, it.entries(), it.totals().accounts()))
                                    .stream())
                    .toList();
        }

        private static Asked asked(Kind kind) {
            return Asked.of("", kind.filters, kind.sort, null, SHOWN);
        }
    }
}
