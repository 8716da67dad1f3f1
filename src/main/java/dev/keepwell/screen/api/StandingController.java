package dev.keepwell.screen.api;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Says to a load balancer, or to the terminal, that this server is up and which run of it.
@RestController
class StandingController {

    /// The server runs. `instance` tells this run from any other.
    record Standing(String status, String instance) {}

    private final OperatorToken operator;

    StandingController(OperatorToken operator) {
        this.operator = operator;
    }

    @GetMapping("/healthz")
    Standing healthz() {
        return new Standing("up", operator.instance());
    }

    /// The server answers only once its database is migrated and its walls stand, so being up is
    /// being ready.
    @GetMapping("/readyz")
    Standing readyz() {
        return new Standing("ready", operator.instance());
    }
}
