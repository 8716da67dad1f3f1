package dev.keepwell.screen.accounts;

import dev.keepwell.screen.portfolio.Asked;
import dev.keepwell.screen.portfolio.Field;
import dev.keepwell.screen.portfolio.Filter;
import dev.keepwell.screen.portfolio.Order;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Everything that decides what the page shows, which is what its address says. A view is where one
/// starts: what differs from it stands beside it in the address.
public record Address(
        View view,
        String search,
        List<Filter> filters,
        List<Order> sort,
        List<Column> columns,
        @Nullable String cursor) {

    static final String PATH = "/accounts";
    static final String SHEET = "/account-sheet";
    private static final int ROWS = 50;

    public Address {
        filters = List.copyOf(filters);
        sort = List.copyOf(sort);
        columns = List.copyOf(columns);
    }

    /// The parameters as they come; all of them may be left out. An empty `f` asks for no filter at
    /// all, unlike none.
    record Wanted(
            @Nullable String view,
            @Nullable String q,
            @Nullable String f,
            @Nullable String sort,
            @Nullable String cols,
            @Nullable String cursor,
            @Nullable String add,
            @Nullable String typed) {

        /// Whether a form sent it, which carries along more than an address needs.
        boolean isTyped() {
            return typed != null;
        }

        Address address() {
            var base = view == null || view.isBlank() ? View.CUSTOMERS : View.named(view);
            var filters = new ArrayList<>(f == null ? base.filters() : Filter.parse(f));
            filters.addAll(Filter.parse(word(add)));
            return new Address(
                    base,
                    word(q),
                    filters,
                    sort == null || sort.isBlank() ? base.sort() : Order.parse(sort),
                    Column.parse(word(cols)),
                    cursor == null || cursor.isBlank() ? null : cursor);
        }

        private static String word(@Nullable String word) {
            return word == null ? "" : word;
        }
    }

    Asked asked() {
        return new Asked(search, filters, sort, cursor, ROWS);
    }

    /// Whether it says more than its view.
    public boolean isEdited() {
        return !filters.equals(view.filters()) || !sort.equals(view.sort());
    }

    Address with(List<Filter> others) {
        return new Address(view, search, others, sort, columns, null);
    }

    /// Without the filters on this field, and with these instead.
    Address with(Field field, List<Filter> others) {
        var all = new ArrayList<>(filters);
        all.removeIf(it -> it.field() == field);
        all.addAll(others);
        return with(all);
    }

    Address without(Filter filter) {
        return with(filters.stream().filter(it -> !it.equals(filter)).toList());
    }

    Address sortedBy(List<Order> orders) {
        return new Address(view, search, filters, orders, columns, null);
    }

    Address searching(String words) {
        return new Address(view, words, filters, sort, columns, null);
    }

    Address showing(List<Column> others) {
        return new Address(view, search, filters, sort, others, null);
    }

    Address at(String page) {
        return new Address(view, search, filters, sort, columns, page);
    }

    /// One after the other as a form carries them along, the search excepted.
    public List<Part> parts() {
        var parts = new ArrayList<Part>();
        if (view != View.CUSTOMERS) {
            parts.add(new Part("view", view.word()));
        }
        if (!filters.equals(view.filters())) {
            parts.add(new Part("f", Filter.text(filters)));
        }
        if (!sort.equals(view.sort())) {
            parts.add(new Part("sort", Order.text(sort)));
        }
        if (!columns.equals(Column.USUAL)) {
            var words = columns.stream().map(Column::word).collect(Collectors.joining(","));
            parts.add(new Part("cols", words));
        }
        return parts;
    }

    /// One parameter.
    public record Part(String name, String value) {

        public String text() {
            return name + "=" + encoded(value);
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

    /// Where all that match come as CSV.
    public String sheet() {
        return SHEET + at("").toString().substring(PATH.length());
    }

    @Override
    public String toString() {
        var parts = parts();
        if (!search.isBlank()) {
            parts.add(new Part("q", search));
        }
        if (cursor != null && !cursor.isEmpty()) {
            parts.add(new Part("cursor", cursor));
        }
        var query = parts.stream().map(Part::text).collect(Collectors.joining("&"));
        return query.isEmpty() ? PATH : PATH + "?" + query;
    }
}
