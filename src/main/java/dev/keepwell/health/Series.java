package dev.keepwell.health;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.Suggestion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One of the histories that the ledger keeps beside each other.
public sealed interface Series {

    /// What was said, by whichever version was in force when the day closed. It never changes.
    record Published() implements Series {}

    /// What is known now of days of which something else was said, judged by the version that
    /// judged them then.
    record Restated() implements Series {}

    /// What one version of a model says of history.
    record Backfill(int version) implements Series {}

    /// As the API and the database write it.
    default String word() {
        return switch (this) {
            case Published _ -> "published";
            case Restated _ -> "restated";
            case Backfill _ -> "backfill";
        };
    }

    /// The series that a request names; a back-fill is of a version.
    static Series of(String word, @Nullable Integer version) {
        return switch (word) {
            case "published" -> new Published();
            case "restated" -> new Restated();
            case "backfill" -> {
                if (version == null) {
                    throw Refusal.invalid(
                            "series",
                            "A back-fill is of one version of the model. Say which, as"
                                    + " series=backfill&model_version=2.");
                }
                yield new Backfill(version);
            }
            case String other -> throw unknown(other);
        };
    }

    /// The lake's data set for its scores. Each series has its own: files are named by what they
    /// hold, and two series may hold the same.
    default String scores() {
        return "score" + suffix();
    }

    /// The lake's data set for the measures behind its scores.
    default String measures() {
        return "score_measure" + suffix();
    }

    private String suffix() {
        return switch (this) {
            case Published _ -> "";
            case Restated _, Backfill _ -> "_" + word();
        };
    }

    private static Refusal unknown(String word) {
        var known = List.of("published", "restated", "backfill");
        return Refusal.invalid(
                "series",
                "There is no series '%s'.%s The series are %s."
                        .formatted(
                                word, Suggestion.forWord(word, known), String.join(", ", known)));
    }
}
