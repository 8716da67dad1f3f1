package dev.keepwell.screen.portfolio;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.health.DaysJudged;
import dev.keepwell.kernel.WorkspaceId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Keeps the list of accounts up to date: gathers it anew when days were judged.
@Component
final class Upkeep {

    /// Neighbours by id, whose lines in the ledger lie together.
    private static final int ACCOUNTS_AT_ONCE = 2_000;

    private final Accounts accounts;
    private final Gathering.Source source;
    private final Standings standings;
    private final Shelf shelf;

    Upkeep(Accounts accounts, Gathering.Source source, Standings standings, Shelf shelf) {
        this.accounts = accounts;
        this.source = source;
        this.standings = standings;
        this.shelf = shelf;
    }

    @EventListener
    void gather(DaysJudged judged) {
        var workspace = judged.workspace();
        var gathering = source.after(judged);
        var all =
                accounts.all(workspace).stream()
                        .sorted(Comparator.comparing(it -> it.id().value()))
                        .toList();
        var label = new Shelf.Label(gathering.day(), source.currencyOf(workspace));
        shelf.replace(
                workspace,
                label,
                () ->
                        IntStream.iterate(0, it -> it < all.size(), it -> it + ACCOUNTS_AT_ONCE)
                                .mapToObj(it -> portion(all, it))
                                .map(it -> entries(workspace, gathering, it))
                                .iterator());
    }

    private static List<Account> portion(List<Account> all, int from) {
        return all.subList(from, Math.min(all.size(), from + ACCOUNTS_AT_ONCE));
    }

    private List<Entry> entries(WorkspaceId workspace, Gathering gathering, List<Account> portion) {
        var ids = portion.stream().map(Account::id).toList();
        var found = standings.of(workspace, ids, gathering.day());
        return portion.stream()
                .map(it -> gathering.entry(it, found.getOrDefault(it.id(), Standings.NOT_JUDGED)))
                .toList();
    }
}
