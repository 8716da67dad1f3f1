package dev.keepwell.customer;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The records of one chunk with their versions, as they change row by row.
final class Versions {

    /// What becomes of a row.
    enum Outcome {
        CREATED,
        UPDATED,
        /// It says what we know already, from before.
        UNCHANGED,
        /// The same row stands earlier in the same file.
        DUPLICATE,
        /// Another row of this id came first, and the first wins.
        DUPLICATE_ID
    }

    /// The version that stands now, and what the same file brought in earlier imports.
    record Standing(
            long version,
            UUID content,
            Instant recordedAt,
            boolean broughtNow,
            boolean fromThisFile,
            Set<UUID> broughtBefore) {}

    /// A version to be stored.
    record Version(
            Candidate candidate,
            Instant recordedAt,
            boolean assumed,
            @Nullable Instant supersededAt,
            @Nullable Long supersedes) {

        Version supersededAt(Instant at) {
            return new Version(candidate, recordedAt, assumed, at, supersedes);
        }
    }

    private final RecordTable.Kind kind;
    private final Arrival arrival;
    private final Map<String, Standing> standing;
    private final List<Version> written = new ArrayList<>();
    private final Map<String, Integer> writtenLast = new HashMap<>();

    Versions(RecordTable.Kind kind, Arrival arrival, Map<String, Standing> standing) {
        this.kind = kind;
        this.arrival = arrival;
        this.standing = new HashMap<>(standing);
    }

    Outcome outcome(Candidate candidate) {
        var now = standing.get(candidate.identity().sourceId());
        var content = candidate.identity().content();
        if (now == null) {
            return Outcome.CREATED;
        }
        if (now.content.equals(content)) {
            return now.broughtNow ? Outcome.DUPLICATE : Outcome.UNCHANGED;
        }
        return switch (kind) {
            case FACT -> Outcome.DUPLICATE_ID;
            // Importing a file again that holds several versions of one record: its last one
            // stands, and its earlier ones are no news.
            case RECORD ->
                    now.fromThisFile && !now.broughtNow && now.broughtBefore.contains(content)
                            ? Outcome.UNCHANGED
                            : Outcome.UPDATED;
        };
    }

    /// Lets a created or updated row become the version that stands.
    void put(Candidate candidate) {
        var sourceId = candidate.identity().sourceId();
        var before = standing.get(sourceId);
        var version = version(candidate, before);
        var earlier = writtenLast.get(sourceId);
        if (earlier != null) {
            var last = written.get(earlier);
            written.set(earlier, last.supersededAt(later(last.recordedAt, version.recordedAt)));
        }
        writtenLast.put(sourceId, written.size());
        written.add(version);
        standing.put(
                sourceId,
                new Standing(
                        0,
                        candidate.identity().content(),
                        version.recordedAt,
                        true,
                        true,
                        Set.of()));
    }

    List<Version> written() {
        return written;
    }

    private Version version(Candidate candidate, @Nullable Standing before) {
        var supersedes = before == null || before.version == 0 ? null : before.version;
        var given = candidate.dates().recordedAt();
        if (given != null) {
            return new Version(candidate, given, false, null, supersedes);
        }
        // A change to what an earlier import told us is news, whenever it happened.
        var isNews = before != null && !before.broughtNow;
        if (arrival.feed().reading().knownWhenItOccurred() && !isNews) {
            return new Version(
                    candidate, assumed(candidate.dates().occurredAt()), true, null, supersedes);
        }
        return new Version(candidate, arrival.at(), false, null, supersedes);
    }

    /// What has no date, such as a survey, counts as known from the beginning: the answers to it
    /// do.
    private Instant assumed(@Nullable Instant occurred) {
        if (occurred == null) {
            return Instant.EPOCH;
        }
        return occurred.isBefore(arrival.at()) ? occurred : arrival.at();
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
