package dev.keepwell.screen.account;

import dev.keepwell.customer.Account;
import dev.keepwell.health.Anatomy;
import dev.keepwell.health.Scores;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.AccountRef;
import dev.keepwell.screen.portfolio.Portfolio;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// The pages of one account.
@Controller
class AccountPagesController {

    private final AccountRef ref;
    private final Scores scores;
    private final HealthTabs tabs;
    private final Portfolio portfolio;
    private final OverrideBoxes overrides;
    private final KnownNames knownNames;

    AccountPagesController(
            AccountRef ref,
            Scores scores,
            HealthTabs tabs,
            Portfolio portfolio,
            OverrideBoxes overrides,
            KnownNames knownNames) {
        this.ref = ref;
        this.scores = scores;
        this.tabs = tabs;
        this.portfolio = portfolio;
        this.overrides = overrides;
        this.knownNames = knownNames;
    }

    @GetMapping({AccountRef.OUR_PAGE, AccountRef.THEIR_PAGE})
    String overview(WorkspaceId workspace, @PathVariable Map<String, String> path, Model page) {
        var account = ref.find(workspace, path);
        var anatomy = scores.newest(workspace, account.id());
        header(workspace, account, anatomy, page);
        page.addAttribute("known", knownNames.of(workspace, account));
        anatomy.ifPresent(it -> page.addAttribute("green", tabs.green(workspace, it)));
        return "account/overview";
    }

    @GetMapping({AccountRef.OUR_PAGE + "/health", AccountRef.THEIR_PAGE + "/health"})
    String health(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam(name = "as_of", required = false) @Nullable LocalDate asOf,
            HealthQuestion.Wanted wanted,
            Model page) {
        var account = ref.find(workspace, path);
        var anatomy =
                asOf == null
                        ? scores.newest(workspace, account.id())
                        : scores.on(workspace, account.id(), asOf);
        var asked = wanted.on(asOf);
        header(workspace, account, anatomy, page);
        page.addAttribute("asked", asked);
        anatomy.ifPresent(it -> {
            page.addAttribute("tab", tabs.of(workspace, account, it, asked));
            page.addAttribute("override", overrides.of(workspace, it, asked));
        });
        return "account/health";
    }

    private void header(
            WorkspaceId workspace, Account account, Optional<Anatomy> anatomy, Model page) {
        var delta =
                anatomy.flatMap(it -> tabs.month(workspace, it))
                        .map(it -> it.to().value() - it.from().value())
                        .orElse(null);
        var entry =
                Optional.ofNullable(
                        portfolio.of(workspace, List.of(account.id())).get(account.id()));
        var gathered = portfolio.gathered(workspace);
        var briefs = new ArrayList<Header.Brief>();
        if (entry.isPresent() && gathered.isPresent()) {
            briefs.addAll(Header.briefs(entry.get(), gathered.get()));
            page.addAttribute("facts", KeyFacts.of(account, entry.get(), gathered.get()));
        }
        page.addAttribute("header", Header.of(account, briefs, anatomy.orElse(null), delta));
    }
}
