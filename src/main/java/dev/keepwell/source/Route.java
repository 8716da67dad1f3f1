package dev.keepwell.source;

import dev.keepwell.source.file.DataFile;
import java.util.List;
import java.util.Map;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    record FromFile(
            Feed feed,
            DataFile data,
            Mapping.File file,
            Mapping.Target target,
            Map<String, DataFile> staged,
            Map<String, Vocabulary.Kind> kinds)
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
