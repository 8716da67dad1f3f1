package dev.keepwell.lake;

import dev.keepwell.lake.Durable.Settled;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/// A manifest in memory with transactions: what was not committed is gone after a power cut. An
/// hour has always passed.
final class SimulatedManifest implements Manifest {

    private enum State {
        LISTED,
        RETIRED,
        QUARANTINED
    }

    private record Row(LakeFile file, State state) {}

    private final Path folder;
    private Map<String, Row> committed = new LinkedHashMap<>();
    private Map<String, Row> rows = new LinkedHashMap<>();
    private long generation;

    SimulatedManifest(Path folder) {
        this.folder = folder;
    }

    void commit() {
        committed = new LinkedHashMap<>(rows);
    }

    void rollBack() {
        rows = new LinkedHashMap<>(committed);
    }

    @Override
    public void list(String dataset, String part, Settled settled, long count) {
        var sha256 = settled.sha256();
        var path = folder.resolve(dataset).resolve(Durable.fileName(sha256));
        put(new LakeFile(dataset, part, path, count, sha256, ++generation), State.LISTED);
    }

    @Override
    public void retire(LakeFile file) {
        put(file, State.RETIRED);
    }

    @Override
    public List<LakeFile> files(String dataset) {
        return all();
    }

    @Override
    public List<LakeFile> all() {
        return having(it -> it.state() == State.LISTED);
    }

    @Override
    public List<LakeFile> quarantined() {
        return having(it -> it.state() == State.QUARANTINED);
    }

    @Override
    public boolean misses(LakeFile file) {
        return quarantined().stream().anyMatch(it -> it.sha256().equals(file.sha256()));
    }

    @Override
    public boolean holds(LakeFile file) {
        return all().stream().anyMatch(it -> it.sha256().equals(file.sha256()));
    }

    @Override
    public int due() {
        return 0;
    }

    @Override
    public void verified(Collection<LakeFile> files) {}

    @Override
    public void quarantine(LakeFile file, String reason) {
        put(file, State.QUARANTINED);
    }

    @Override
    public void reinstate(LakeFile file) {
        put(file, State.LISTED);
    }

    @Override
    public List<LakeFile> unreferenced() {
        return having(it -> it.state() == State.RETIRED);
    }

    @Override
    public void forget(LakeFile file) {
        rows.remove(file.sha256());
    }

    private void put(LakeFile file, State state) {
        rows.put(file.sha256(), new Row(file, state));
    }

    private List<LakeFile> having(Predicate<Row> what) {
        return new ArrayList<>(rows.values()).stream().filter(what).map(Row::file).toList();
    }
}
