package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.CurrentScores;
import dev.keepwell.health.Verdict;
import dev.keepwell.kernel.WorkspaceId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Lists accounts with their present health in short, and tells one.
@RestController
class AccountsController {

    /// How an account stands, in short.
    record Health(LocalDate asOf, @Nullable Double published, String band, double coverage) {

        static Health of(Anatomy it) {
            var score = it.verdict() instanceof Verdict.Scored scored ? scored : null;
            var published = score == null ? null : score.published();
            return new Health(it.day(), published, it.band().word(), it.coverage());
        }
    }

    /// An account as its record has it; `health` is null until a day was closed.
    record Answer(
            String id,
            String ref,
            String name,
            @Nullable String segment,
            @Nullable String tier,
            @Nullable String currency,
            @Nullable LocalDate customerSince,
            @Nullable Health health) {}

    /// Some accounts in the order of their names.
    record Answers(List<Answer> data, boolean hasMore, @Nullable String nextCursor) {}

    private final Accounts accounts;
    private final AccountRef ref;
    private final CurrentScores scores;

    AccountsController(Accounts accounts, AccountRef ref, CurrentScores scores) {
        this.accounts = accounts;
        this.ref = ref;
        this.scores = scores;
    }

    @GetMapping("/api/v1/accounts")
    Answers list(
            WorkspaceId workspace,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        var page = accounts.list(workspace, q, cursor, limit);
        var ids = page.accounts().stream().map(Account::id).toList();
        var found = scores.of(workspace, ids);
        var data = page.accounts().stream().map(it -> answer(it, found.get(it.id()))).toList();
        return new Answers(data, page.next() != null, page.next());
    }

    @GetMapping({AccountRef.OURS, AccountRef.THEIRS})
    Answer account(WorkspaceId workspace, @PathVariable Map<String, String> path) {
        var account = ref.find(workspace, path);
        return answer(account, scores.of(workspace, account.id()).orElse(null));
    }

    private static Answer answer(Account account, @Nullable Anatomy anatomy) {
        var traits = account.traits();
        return new Answer(
                account.id().value(),
                account.origin().reference(),
                account.name(),
                traits.segment(),
                traits.tier(),
                traits.currency(),
                traits.since(),
                anatomy == null ? null : Health.of(anatomy));
    }
}
