package dev.keepwell.customer;

import dev.keepwell.source.Sighting;
import java.util.HashMap;
import java.util.Map;

/// Judges the rows of a chunk one after the other, each on top of what stood before it, in the
/// records or earlier in the chunk.
final class Bench {

    private final Judge judge;
    private final boolean keeps;
    private final Map<String, Stood> stood;

    Bench(Judge judge, boolean keeps, Map<String, Stood> stood) {
        this.judge = judge;
        this.keeps = keeps;
        this.stood = new HashMap<>(stood);
    }

    Candidate judge(Sighting.Row row) {
        if (!keeps) {
            return judge.judge(row);
        }
        var before = judge.key(row).map(stood::get).orElse(Stood.NOTHING);
        var said = judge.values(row, before);
        var candidate = judge.candidate(row, said, before);
        var identity = candidate.identity();
        stood.put(identity.sourceId(), new Stood(judge.told(said), identity.content()));
        return candidate;
    }
}
