package dev.keepwell.screen.account;

import dev.keepwell.health.Overruling;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.screen.api.AccountRef;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Takes the form in which a person overrules a score, or takes that back.
@Controller
class OverrideController {

    private static final String SCORE = "score";

    /// What the form says. The wish is a colour, or `score` with the number beside it.
    record Form(
            @Nullable String wish,
            @Nullable Double score,
            @Nullable String author,
            @Nullable String reason,
            @Nullable LocalDate expires) {

        Overruling.Wish said() {
            if (!SCORE.equals(wish)) {
                return new Overruling.Wish(null, wish, author, reason, expires);
            }
            if (score == null) {
                throw Refusal.invalid("override", "Write the score, such as 62.5.");
            }
            return new Overruling.Wish(score, null, author, reason, expires);
        }
    }

    private final AccountRef ref;
    private final Overruling overruling;

    OverrideController(AccountRef ref, Overruling overruling) {
        this.ref = ref;
        this.overruling = overruling;
    }

    @PostMapping({AccountRef.OUR_PAGE + "/override", AccountRef.THEIR_PAGE + "/override"})
    String order(WorkspaceId workspace, @PathVariable Map<String, String> path, Form form) {
        var account = ref.find(workspace, path).id();
        overruling.order(workspace, account, form.said());
        return backTo(account.value());
    }

    @PostMapping({AccountRef.OUR_PAGE + "/override-end", AccountRef.THEIR_PAGE + "/override-end"})
    String end(
            WorkspaceId workspace,
            @PathVariable Map<String, String> path,
            @RequestParam String author) {
        var account = ref.find(workspace, path).id();
        overruling.end(workspace, account, author);
        return backTo(account.value());
    }

    /// The page tells of the override while the present day is judged again.
    private static String backTo(String account) {
        return "redirect:/accounts/" + account + "/health#override";
    }
}
