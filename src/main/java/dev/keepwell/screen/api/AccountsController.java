package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.portfolio.Asked;
import dev.keepwell.screen.portfolio.Entry;
import dev.keepwell.screen.portfolio.Gathered;
import dev.keepwell.screen.portfolio.Portfolio;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// Lists accounts with how they stand, searched, filtered and sorted, and tells one.
@RestController
class AccountsController {

    /// Some accounts, and the foot for all that match. It is null until the list was gathered.
    record Answers(
            List<AccountAnswer> data,
            boolean hasMore,
            @Nullable String nextCursor,
            @Nullable String previousCursor,
            @Nullable FootAnswer totals,
            List<FootAnswer.Rescue> without) {}

    /// What a request says; all of it may be left out.
    record Wanted(
            @Nullable String q,
            @Nullable String f,
            @Nullable String sort,
            @Nullable String cursor,
            @Nullable Integer limit) {

        private static final int USUAL_LIMIT = 50;

        Asked asked() {
            return Asked.of(word(q), word(f), word(sort), cursor, some());
        }

        /// By name and without filters the records can answer, even those that came after the run.
        boolean isPlain() {
            return word(f).isBlank() && word(sort).isBlank();
        }

        int some() {
            return limit == null ? USUAL_LIMIT : limit;
        }

        static String word(@Nullable String word) {
            return word == null ? "" : word;
        }
    }

    private final Accounts accounts;
    private final AccountRef ref;
    private final CurrentScores scores;
    private final Portfolio portfolio;

    AccountsController(
            Accounts accounts, AccountRef ref, CurrentScores scores, Portfolio portfolio) {
        this.accounts = accounts;
        this.ref = ref;
        this.scores = scores;
        this.portfolio = portfolio;
    }

    @GetMapping("/api/v1/accounts")
    Answers list(WorkspaceId workspace, @ParameterObject Wanted wanted) {
        return wanted.isPlain() ? byName(workspace, wanted) : gathered(workspace, wanted);
    }

    @GetMapping({AccountRef.OURS, AccountRef.THEIRS})
    AccountAnswer account(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        return answers(workspace, List.of(ref.find(workspace, path))).getFirst();
    }

    private Answers byName(WorkspaceId workspace, Wanted wanted) {
        var q = Wanted.word(wanted.q());
        var page = accounts.list(workspace, q, wanted.cursor(), wanted.some());
        var all = Asked.of(q, "", "", null, 1);
        var gathered = portfolio.gathered(workspace);
        var totals =
                gathered.flatMap(it ->
                        portfolio.totals(workspace, all).map(foot -> FootAnswer.of(it, foot)));
        return new Answers(
                answers(workspace, page.accounts()),
                page.next() != null,
                page.next(),
                null,
                totals.orElse(null),
                List.of());
    }

    private Answers gathered(WorkspaceId workspace, Wanted wanted) {
        var page = portfolio.page(workspace, wanted.asked());
        if (page.isEmpty()) {
            return new Answers(List.of(), false, null, null, null, List.of());
        }
        var it = page.get();
        var ids = it.entries().stream().map(Entry::account).toList();
        var records = accounts.of(workspace, ids);
        var found = ids.stream().map(records::get).filter(Objects::nonNull).toList();
        return new Answers(
                answers(workspace, found),
                it.next() != null,
                it.next(),
                it.previous(),
                FootAnswer.of(it.gathered(), it.totals()),
                it.rescues().stream().map(FootAnswer.Rescue::of).toList());
    }

    private List<AccountAnswer> answers(WorkspaceId workspace, List<Account> found) {
        var ids = found.stream().map(Account::id).toList();
        var health = scores.of(workspace, ids);
        var entries = portfolio.of(workspace, ids);
        var currency = portfolio.gathered(workspace).map(Gathered::currency).orElse("");
        return found.stream()
                .map(it -> {
                    var entry = entries.get(it.id());
                    return AccountAnswer.of(
                            it,
                            health.get(it.id()),
                            entry == null ? null : EntryAnswer.of(entry, currency));
                })
                .toList();
    }
}
