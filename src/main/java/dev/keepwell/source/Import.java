package dev.keepwell.source;

import dev.keepwell.kernel.Refusal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A set of files that someone handed over, and what was asked to be done with them.
public record Import(
        String id, Order order, List<String> notes, @Nullable Instant startedAt, boolean finished) {

    /// When its files were fixed and its work was promised: what it brings was learned then.
    public Instant started() {
        return Optional.ofNullable(startedAt)
                .orElseThrow(() ->
                        Refusal.conflict(
                                "import_not_started",
                                "The import '%s' has not started. Start it first.".formatted(id)));
    }

    public Import asDryRun() {
        return new Import(id, order.asDryRun(true), notes, startedAt, finished);
    }

    /// What the person who imports decides: a mapping or none, whose data it is, and whether to
    /// only try.
    public record Order(
            String sourceSystem,
            boolean dryRun,
            @Nullable LocalDate until,
            @Nullable String mappingName,
            @Nullable String mappingText) {

        /// Where canonical files come from when nobody says otherwise.
        public static final String CSV = "csv";

        public static final Order CANONICAL = new Order(CSV, false, null, null, null);

        public Order withMapping(String name, String text) {
            return new Order(sourceSystem, dryRun, until, name, text);
        }

        public Order asDryRun(boolean dry) {
            return new Order(sourceSystem, dry, until, mappingName, mappingText);
        }

        public Order completeUntil(@Nullable LocalDate day) {
            return new Order(sourceSystem, dryRun, day, mappingName, mappingText);
        }

        Optional<Mapping> mapping() {
            return Optional.ofNullable(mappingText)
                    .map(text -> MappingFile.read(nameOfMapping(), text));
        }

        String nameOfMapping() {
            return mappingName == null ? "mapping.yaml" : mappingName;
        }
    }
}
