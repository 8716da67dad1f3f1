package dev.keepwell.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    record FromFile(
            Feed feed,
            Path path,
            Mapping.File file,
            Mapping.Target target,
            Map<String, Path> staged)
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
