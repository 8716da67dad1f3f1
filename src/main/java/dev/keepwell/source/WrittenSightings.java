package dev.keepwell.source;

import java.util.Iterator;
import java.util.List;

/// The rows that a mapping carries in itself.
final class WrittenSightings implements Sightings {

    private final Iterator<Sighting.Row> rows;

    WrittenSightings(List<Sighting.Row> rows) {
        this.rows = rows.iterator();
    }

    @Override
    public boolean hasNext() {
        return rows.hasNext();
    }

    @Override
    public Sighting next() {
        return rows.next();
    }

    @Override
    public void close() {}
}
