package dev.keepwell.screen.api;

import dev.keepwell.customer.Account;
import dev.keepwell.customer.Accounts;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds the account that a path names: by our id, or by its source's as `ext:crm/0015g`, which
/// takes two segments of the path.
@Component
public final class AccountRef {

    static final String OURS = "/api/v1/accounts/{ref}";
    static final String THEIRS = "/api/v1/accounts/{source:ext:.+}/{id}";

    /// The same two forms on pages.
    public static final String OUR_PAGE = "/accounts/{ref}";

    public static final String THEIR_PAGE = "/accounts/{source:ext:.+}/{id}";

    private final Accounts accounts;

    AccountRef(Accounts accounts) {
        this.accounts = accounts;
    }

    public Account find(WorkspaceId workspace, Map<String, String> path) {
        var ref = text(path);
        return accounts.find(workspace, ref)
                .orElseThrow(() ->
                        Refusal.unknown(
                                "unknown_account",
                                ("There is no account '%s'. GET /api/v1/accounts?q=… looks"
                                                + " for it by name.")
                                        .formatted(ref)));
    }

    private static String text(Map<String, String> path) {
        var ours = path.get("ref");
        return ours == null ? path.get("source") + "/" + path.get("id") : ours;
    }
}
