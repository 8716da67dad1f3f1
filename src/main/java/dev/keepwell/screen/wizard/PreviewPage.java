package dev.keepwell.screen.wizard;

import dev.keepwell.customer.Trial;
import java.util.List;

/// What the import would change, before it does.
public record PreviewPage(
        Counts rows,
        String identity,
        List<Counts> tables,
        Trial trial,
        List<String> warnings,
        String colours) {

    /// What becomes of each row of a file in a table: the parts add up to all.
    public record Counts(
            String table, long created, long updated, long unchanged, long skipped, long rejected) {

        static Counts of(Trial.Fed fed) {
            return new Counts(
                    fed.table(),
                    fed.created(),
                    fed.updated(),
                    fed.unchanged(),
                    fed.duplicate() + fed.leftOut(),
                    fed.rejected());
        }

        /// `7,043`
        public String told(long count) {
            return "%,d".formatted(count);
        }

        public long all() {
            return created + updated + unchanged + skipped + rejected;
        }
    }
}
