package dev.keepwell.screen.api;

import dev.keepwell.job.Flags;
import dev.keepwell.kernel.WorkspaceId;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says to a load balancer, or to the terminal, that this server is up and which run of it.
@RestController
class StandingController {

    /// The server runs. `instance` tells this run from any other.
    record Standing(String status, String instance) {}

    /// The same, with what keeps it from doing all that it should: the flags that are up in the
    /// workspace of whoever asks.
    record Readiness(String status, String instance, List<String> reasons) {}

    private final OperatorToken operator;
    private final Flags flags;

    StandingController(OperatorToken operator, Flags flags) {
        this.operator = operator;
        this.flags = flags;
    }

    @GetMapping("/healthz")
    Standing healthz() {
        return new Standing("up", operator.instance());
    }

    /// The server answers only once its database is migrated and its walls stand, so being up is
    /// being ready. A stage that stands still is a reason to look, and none to send people away.
    @GetMapping("/readyz")
    Readiness readyz(WorkspaceId workspace) {
        var reasons =
                flags.up(workspace).stream().map(it -> it.stage() + ": " + it.reason()).toList();
        return new Readiness("ready", operator.instance(), reasons);
    }
}
