package dev.keepwell.bench;

import java.nio.file.Path;

/// How long `./keepwell serve` takes on a home that is there already, until it answers.
final class Start implements Measure {

    private final Path home;

    Start(Path home) {
        this.home = home;
    }

    @Override
    public Budget budget() {
        return Budget.atMost(8, "s", "Start to ready, warm home");
    }

    @Override
    public Turn turn() throws Exception {
        try (var served = Served.byLauncher(home, "serve")) {
            var seconds = served.secondsToReady();
            return new Turn(
                    seconds,
                    new Cost(seconds, served.cpuSeconds(), served.peakBytes()),
                    Turn.NOTHING,
                    0);
        }
    }
}
