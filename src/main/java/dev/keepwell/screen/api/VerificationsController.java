package dev.keepwell.screen.api;

import dev.keepwell.health.Verification;
import dev.keepwell.kernel.WorkspaceId;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/// Scores every account-day again from the ledger alone, and tells what comes out otherwise.
@RestController
class VerificationsController {

    private final Verification verification;

    VerificationsController(Verification verification) {
        this.verification = verification;
    }

    @PostMapping("/api/v1/verifications")
    ResponseEntity<JobsController.Promise> verify(WorkspaceId workspace) {
        return JobsController.promised(verification.start(workspace));
    }
}
