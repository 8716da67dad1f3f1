package dev.keepwell.source;

import java.util.List;

/// The rows that a mapping carries in itself.
final class WrittenSightings implements Sightings {

    private final List<List<String>> rows;
    private final int firstLine;
    private int next;

    WrittenSightings(List<List<String>> rows, int firstLine) {
        this.rows = rows;
        this.firstLine = firstLine;
    }

    @Override
    public boolean hasNext() {
        return next < rows.size();
    }

    @Override
    public Sighting next() {
        var row = rows.get(next);
        return new Sighting.Row((long) firstLine + next++, row, String.join(",", row));
    }

    @Override
    public void close() {}
}
