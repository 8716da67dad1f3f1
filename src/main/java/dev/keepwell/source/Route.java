package dev.keepwell.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    /// The column that is read for a column of the table.
    Optional<String> columnOf(String column);

    record FromFile(
            Feed feed,
            Path path,
            Mapping.File file,
            Mapping.Target target,
            Map<String, Path> staged,
            Corrections corrections)
            implements Route {
        @Override
        public Sightings open() {
            return new FileSightings(this);
        }

        @Override
        public Optional<String> columnOf(String column) {
            return Optional.ofNullable(target.columns().get(column))
                    .filter(Mapping.Rule.Column.class::isInstance)
                    .map(it -> ((Mapping.Rule.Column) it).name().text());
        }
    }

    record Written(Feed feed, List<Sighting.Row> rows) implements Route {
        @Override
        public Sightings open() {
            return new WrittenSightings(rows);
        }

        @Override
        public Optional<String> columnOf(String column) {
            return Optional.empty();
        }
    }
}
