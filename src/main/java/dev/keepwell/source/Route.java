package dev.keepwell.source;

import java.nio.file.Path;
import java.util.List;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    record FromFile(Feed feed, Path path, Mapping.File file, Mapping.Target target, Folder folder)
            implements Route {
        @Override
        public Sightings open() {
            return new FileSightings(this);
        }
    }

    record Written(Feed feed, List<Sighting.Row> rows) implements Route {
        @Override
        public Sightings open() {
            return new WrittenSightings(rows);
        }
    }
}
