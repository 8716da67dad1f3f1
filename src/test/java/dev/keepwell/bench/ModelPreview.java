package dev.keepwell.bench;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/// How long somebody waits who changes a model until it is told which accounts would move.
final class ModelPreview implements Measure {

    private final Served served;
    private final String yaml;
    private int step;

    ModelPreview(Served served) {
        this.served = served;
        this.yaml = served.ask("GET", "/models/current", "").path("yaml").asString();
    }

    @Override
    public Budget budget() {
        return Budget.atMost(1, "s", "Live preview of a model change, 5,000 accounts");
    }

    /// Each is another change, as when somebody drags a point.
    @Override
    public Turn turn() {
        step++;
        var changed = yaml.replace("[60, 0]", "[%d, 0]".formatted(60 + step));
        if (changed.equals(yaml)) {
            throw new IllegalStateException("The model has no such point any more.");
        }
        var body = JsonMapper.shared().writeValueAsString(Map.of("yaml", changed));
        var cpu = served.cpuSeconds();
        var cost = Cost.of(() -> served.ask("POST", "/models/consequences", body));
        return new Turn(
                cost.seconds(),
                new Cost(cost.seconds(), served.cpuSeconds() - cpu, served.peakBytes()),
                Turn.NOTHING,
                0);
    }
}
