package dev.keepwell.customer;

import java.util.List;
import java.util.Map;

/// What an import would do, found out by doing it and taking it back.
public record Trial(
        List<Fed> tables,
        List<Problem> problems,
        List<Change> changes,
        List<Jump> jumps,
        List<Turn> turns,
        int judged,
        List<String> notes,
        String failure) {

    /// What would become of the rows of one file in one table. Each row is in one of the counts.
    public record Fed(
            String file,
            String table,
            long created,
            long updated,
            long unchanged,
            long duplicate,
            long rejected,
            long leftOut) {

        public long rows() {
            return created + updated + unchanged + duplicate + rejected + leftOut;
        }
    }

    /// A row that would be set aside: its values by column, and the column at fault, if one is.
    public record Problem(
            String file,
            long line,
            String table,
            String column,
            String reason,
            String detail,
            Map<String, String> cells) {

        /// The value at fault.
        public String value() {
            return cells.getOrDefault(column, "");
        }
    }

    /// A record that would say something else, field by field.
    public record Change(String table, String id, String title, List<FieldChange> fields) {}

    public record FieldChange(String field, String before, String after) {}

    /// A monthly amount that would change by more than half.
    public record Jump(String id, String title, String before, String after) {}

    /// An account that would have another colour.
    public record Turn(String account, String title, String before, String after) {}

    static Trial failed(String why) {
        return new Trial(List.of(), List.of(), List.of(), List.of(), List.of(), 0, List.of(), why);
    }

    public boolean isFailed() {
        return !failure.isEmpty();
    }
}
