package dev.keepwell.screen.accounts;

import dev.keepwell.screen.portfolio.Filter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The page of all accounts as its template shows it.
public record ListPage(
        Address address,
        List<Tab> tabs,
        List<Chip> chips,
        Choices choices,
        List<Choices.Choice> columns,
        Body body) {

    public ListPage {
        tabs = List.copyOf(tabs);
        chips = List.copyOf(chips);
        columns = List.copyOf(columns);
    }

    /// A view to go to.
    public record Tab(String title, String address, boolean isCurrent) {}

    /// A filter in force, and the address without it.
    public record Chip(String label, String address) {

        static Chip of(Filter filter, Address address) {
            return new Chip(FilterWords.of(filter), address.without(filter).toString());
        }
    }

    /// What stands under the filters.
    public sealed interface Body {

        /// Some accounts, and where there are more.
        record Rows(
                List<Head> heads,
                List<List<Cell>> rows,
                Foot foot,
                String showing,
                @Nullable String previous,
                @Nullable String next)
                implements Body {

            public Rows {
                heads = List.copyOf(heads);
                rows = List.copyOf(rows);
            }
        }

        /// No account matches; the data is there all the same.
        record NoMatch(String sentence, List<Rescue> rescues) implements Body {

            public NoMatch {
                rescues = List.copyOf(rescues);
            }
        }

        /// There are accounts, and no day was judged.
        record Unjudged() implements Body {}

        /// There is nothing at all yet.
        record Unknown() implements Body {}
    }

    /// The head of a column: where a click leads, and where one beside the shift key, which sorts
    /// by this column after the others.
    public record Head(
            Column column,
            String address,
            String also,
            String ariaSort,
            String arrow,
            String place) {}

    /// What taking a filter away would bring back.
    public record Rescue(String label, String address, String accounts) {}
}
