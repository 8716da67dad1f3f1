package dev.keepwell.source;

import java.util.Iterator;

/// The lines of one feed, read once, front to back, from a file that may not fit into memory.
public interface Sightings extends Iterator<Sighting>, AutoCloseable {

    @Override
    void close();
}
