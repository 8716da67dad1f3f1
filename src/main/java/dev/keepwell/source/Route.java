package dev.keepwell.source;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    /// The column that is read for a column of the table, if one alone is.
    Optional<String> columnOf(String column);

    record FromFile(
            Feed feed,
            Path path,
            Mapping.File file,
            Mapping.Target target,
            Folder folder,
            Corrections corrections)
            implements Route {
        @Override
        public Sightings open() {
            return new FileSightings(this);
        }

        @Override
        public Optional<String> columnOf(String column) {
            return target.cases().stream()
                    .flatMap(it -> Optional.ofNullable(it.columns().get(column)).stream())
                    .map(it -> it.origin().columns())
                    .filter(it -> it.size() == 1)
                    .map(it -> it.getFirst().text())
                    .findFirst();
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
