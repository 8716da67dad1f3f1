package dev.keepwell.screen.accounts;

import dev.keepwell.kernel.AccountId;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.metric.Catalogue;
import dev.keepwell.screen.portfolio.Portfolio;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/// The page of all accounts, and a look at one beside it.
@Controller
class AccountListController {

    private final ListPages pages;
    private final Portfolio portfolio;
    private final Catalogue catalogue;
    private final AccountSheet sheet;

    AccountListController(
            ListPages pages, Portfolio portfolio, Catalogue catalogue, AccountSheet sheet) {
        this.pages = pages;
        this.sheet = sheet;
        this.portfolio = portfolio;
        this.catalogue = catalogue;
    }

    /// A script that asks for the list alone gets it alone; going back in history asks for the
    /// page.
    @GetMapping(Address.PATH)
    String list(
            WorkspaceId workspace,
            Address.Wanted wanted,
            @RequestHeader(name = "HX-Target", required = false) @Nullable String target,
            HttpServletResponse response,
            Model model) {
        var address = wanted.address();
        var isPart = "div#list".equals(target);
        if (wanted.isTyped()) {
            if (!isPart) {
                return "redirect:" + address;
            }
            // What was typed into a form becomes an address like any other.
            var header = wanted.add() == null ? "HX-Replace-Url" : "HX-Push-Url";
            response.setHeader(header, address.toString());
        }
        model.addAttribute("page", pages.of(workspace, address));
        return isPart ? "accounts/list" : "accounts/page";
    }

    /// The whole list that the page shows some of.
    @GetMapping(Address.SHEET)
    void sheet(WorkspaceId workspace, Address.Wanted wanted, HttpServletResponse response)
            throws IOException {
        sheet.of(workspace, wanted.address()).send(response);
    }

    @GetMapping("/account-peeks/{id}")
    String peek(WorkspaceId workspace, @PathVariable String id, Model model) {
        var account = new AccountId(id);
        var entry = portfolio.of(workspace, List.of(account)).get(account);
        var gathered = portfolio.gathered(workspace);
        if (entry == null || gathered.isEmpty()) {
            throw Refusal.unknown(
                    "unknown_account", "There is no account '%s' in the list.".formatted(id));
        }
        model.addAttribute("peek", Peek.of(entry, gathered.get(), catalogue));
        return "accounts/peek";
    }
}
