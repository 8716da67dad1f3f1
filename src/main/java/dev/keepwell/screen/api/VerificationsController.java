package dev.keepwell.screen.api;

import dev.keepwell.health.Verification;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.lake.LakeVerification;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/// Holds what is kept against what was written: the files of the lake against their hashes, and
/// every account-day of the ledger against a score from the ledger alone.
@RestController
class VerificationsController {

    /// What to verify: the `ledger` if left out.
    record Order(@Nullable String of) {

        String named() {
            return of == null ? "ledger" : of;
        }
    }

    private final Verification ledger;
    private final LakeVerification lake;

    VerificationsController(Verification ledger, LakeVerification lake) {
        this.ledger = ledger;
        this.lake = lake;
    }

    @PostMapping("/api/v1/verifications")
    ResponseEntity<JobsController.Promise> verify(
            WorkspaceId workspace, @RequestBody(required = false) @Nullable Order order) {
        var named = order == null ? "ledger" : order.named();
        return JobsController.promised(
                switch (named) {
                    case "ledger" -> ledger.start(workspace);
                    case "lake" -> lake.start(workspace);
                    default ->
                            throw Refusal.invalid(
                                    "unknown_verification",
                                    "'of' is lake or ledger, but got '%s'.".formatted(named));
                });
    }
}
