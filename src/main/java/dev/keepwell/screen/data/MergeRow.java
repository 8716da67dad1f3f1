package dev.keepwell.screen.data;

import dev.keepwell.customer.identity.Merge;
import dev.keepwell.customer.identity.Part;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A merge as a line of the list: who is part of whom, who said so, and whether it was taken back.
public record MergeRow(
        String id,
        Name loser,
        Name survivor,
        String reason,
        String by,
        Clocked at,
        @Nullable Clocked undoneAt,
        String undoneBy) {

    /// What people call a record, and where it comes from.
    public record Name(String text, String reference) {

        static Name of(String id, Map<String, Part> parts) {
            var part = parts.get(id);
            return part == null
                    ? new Name(id, "deleted by its source")
                    : new Name(part.name(), part.origin().reference());
        }
    }

    static MergeRow of(Merge merge, Map<String, Part> parts, Clocked.Place place) {
        var undone = merge.undone();
        return new MergeRow(
                merge.id(),
                Name.of(merge.pairing().loser(), parts),
                Name.of(merge.pairing().survivor(), parts),
                merge.made().reason(),
                merge.made().by(),
                place.at(merge.made().at()),
                undone == null ? null : place.at(undone.at()),
                undone == null ? "" : undone.by());
    }
}
