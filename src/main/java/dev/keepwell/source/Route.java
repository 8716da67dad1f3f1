package dev.keepwell.source;

import dev.keepwell.source.file.DataFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// How the rows of one feed come about: read from a staged file, or written in the mapping.
sealed interface Route {

    Feed feed();

    Sightings open();

    /// The file that is read, if one is.
    Optional<Input> source();

    /// The column that is read for a column of the table, if one alone is.
    Optional<String> columnOf(String column);

    /// A file, and what was mended in it.
    record Input(DataFile data, Corrections corrections) {}

    record FromFile(
            Feed feed,
            Input input,
            Mapping.File file,
            Mapping.Target target,
            Folder folder,
            Map<String, Vocabulary.Kind> kinds)
            implements Route {
        @Override
        public Sightings open() {
            return new FileSightings(this);
        }

        @Override
        public Optional<Input> source() {
            return Optional.of(input);
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
        public Optional<Input> source() {
            return Optional.empty();
        }

        @Override
        public Optional<String> columnOf(String column) {
            return Optional.empty();
        }
    }
}
