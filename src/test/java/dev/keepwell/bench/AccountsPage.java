package dev.keepwell.bench;

import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;

/// How long the page of all accounts keeps people waiting, next to the same page rendered from what
/// is in memory already.
final class AccountsPage implements Measure {

    private static final double SLOWEST = 0.99;

    private final Served served;
    private final int callers;
    private final Duration time;
    private boolean isWarm;

    AccountsPage(Served served, int callers, Duration time) {
        this.served = served;
        this.callers = callers;
        this.time = time;
    }

    @Override
    public Budget budget() {
        return Budget.atMost(
                5, "p99 of rendering alone", "Accounts page, p99, %d at once".formatted(callers));
    }

    /// The first seconds after a start are slower by far than all that follow.
    @Override
    public Turn turn() throws Exception {
        if (!isWarm) {
            load("/v1/render-only");
            load("/accounts");
            isWarm = true;
        }
        var rendered = load("/v1/render-only");
        var cpu = served.cpuSeconds();
        var page = load("/accounts");
        var cpuEach = (served.cpuSeconds() - cpu) / page.sortedMillis().length;
        return new Turn(
                page.millis(SLOWEST) / rendered.millis(SLOWEST),
                new Cost(page.millis(SLOWEST) / 1e3, cpuEach, served.peakBytes()),
                new Cost(rendered.millis(SLOWEST) / 1e3, 0, 0),
                0);
    }

    private Load load(String path) throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(served.address() + path))
                        .header("Authorization", "Bearer " + served.token())
                        .build();
        return Load.of(callers, time, () -> request);
    }
}
