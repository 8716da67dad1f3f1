package dev.keepwell.screen.accounts;

import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.accounts.Choices.Choice;
import dev.keepwell.screen.accounts.ListPage.Body;
import dev.keepwell.screen.accounts.ListPage.Chip;
import dev.keepwell.screen.accounts.ListPage.Head;
import dev.keepwell.screen.accounts.ListPage.Rescue;
import dev.keepwell.screen.accounts.ListPage.Tab;
import dev.keepwell.screen.portfolio.Facets;
import dev.keepwell.screen.portfolio.Order;
import dev.keepwell.screen.portfolio.Page;
import dev.keepwell.screen.portfolio.Portfolio;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/// Puts the page of all accounts together from what its address asks for.
@Component
final class ListPages {

    private final Portfolio portfolio;
    private final Facets facets;
    private final Accounts accounts;
    private final Catalogue catalogue;

    ListPages(Portfolio portfolio, Facets facets, Accounts accounts, Catalogue catalogue) {
        this.portfolio = portfolio;
        this.facets = facets;
        this.accounts = accounts;
        this.catalogue = catalogue;
    }

    ListPage of(WorkspaceId workspace, Address address) {
        return new ListPage(
                address,
                tabs(address),
                address.filters().stream().map(it -> Chip.of(it, address)).toList(),
                Choices.of(address, facets.of(workspace)),
                columns(address),
                portfolio
                        .page(workspace, address.asked())
                        .map(it -> body(it, address))
                        .orElseGet(() -> unjudged(workspace)));
    }

    private Body unjudged(WorkspaceId workspace) {
        return accounts.list(workspace, "", null, 1).accounts().isEmpty()
                ? new Body.Unknown()
                : new Body.Unjudged();
    }

    private Body body(Page page, Address address) {
        if (page.totals().accounts() == 0) {
            return new Body.NoMatch(sentence(address), rescues(page, address));
        }
        var cells = new Cells(page.gathered(), catalogue);
        var rows =
                page.entries().stream()
                        .map(entry ->
                                address.columns().stream().map(it -> cells.of(it, entry)).toList())
                        .toList();
        var showing = "%,d of %,d".formatted(rows.size(), page.totals().accounts());
        var previous = page.previous();
        var next = page.next();
        return new Body.Rows(
                address.columns().stream().map(it -> head(it, address)).toList(),
                rows,
                Foot.of(page.totals(), page.gathered()),
                showing,
                previous == null ? null : address.at(previous).toString(),
                next == null ? null : address.at(next).toString());
    }

    private static List<Tab> tabs(Address address) {
        return Arrays.stream(View.values())
                .map(it -> {
                    var there =
                            new Address(it, "", it.filters(), it.sort(), address.columns(), null);
                    return new Tab(it.title(), there.toString(), it == address.view());
                })
                .toList();
    }

    private static List<Choice> columns(Address address) {
        return Arrays.stream(Column.values())
                .filter(it -> it != Column.ACCOUNT)
                .map(it -> {
                    var isOn = address.columns().contains(it);
                    var shown =
                            Arrays.stream(Column.values())
                                    .filter(other ->
                                            other == it ? !isOn : address.columns().contains(other))
                                    .toList();
                    return new Choice(it.title(), address.showing(shown).toString(), isOn);
                })
                .toList();
    }

    private static Head head(Column column, Address address) {
        var sort = address.sort();
        var present = sort.stream().filter(it -> it.field() == column.field()).findFirst();
        var next =
                present.map(it -> new Order(it.field(), !it.isDescending())).orElse(column.order());
        var also = new ArrayList<Order>();
        sort.forEach(it -> also.add(it.field() == column.field() ? next : it));
        if (present.isEmpty()) {
            also.add(next);
        }
        var isFirst = sort.getFirst().field() == column.field();
        var arrow = present.map(it -> it.isDescending() ? "down" : "up").orElse("");
        var direction = arrow.equals("down") ? "descending" : "ascending";
        var place = present.map(sort::indexOf).orElse(-1) + 1;
        return new Head(
                column,
                address.sortedBy(List.of(next)).toString(),
                address.sortedBy(Order.most(also)).toString(),
                isFirst ? direction : "none",
                arrow,
                sort.size() > 1 && place > 0 ? Integer.toString(place) : "");
    }

    private static String sentence(Address address) {
        var filters = address.filters().size();
        var search = address.search().isBlank() ? "" : "“" + address.search() + "”";
        var those = filters == 1 ? "this filter" : "these %d filters".formatted(filters);
        if (filters == 0) {
            return search.isEmpty() ? "The list is empty." : "No account matches " + search + ".";
        }
        return "No accounts match %s%s.".formatted(search.isEmpty() ? "" : search + " and ", those);
    }

    private static List<Rescue> rescues(Page page, Address address) {
        return page.rescues().stream()
                .flatMap(it -> {
                    var filter = it.without();
                    var there = filter == null ? address.searching("") : address.without(filter);
                    var label =
                            filter == null ? "Search: " + address.search() : FilterWords.of(filter);
                    return Stream.of(
                            new Rescue(label, there.toString(), "%,d".formatted(it.accounts())));
                })
                .toList();
    }
}
