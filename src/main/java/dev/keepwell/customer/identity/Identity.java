package dev.keepwell.customer.identity;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Who a record is: its parts by source, and where each of its fields comes from.
public record Identity(Kind kind, String id, List<Part> parts, List<Field> fields) {

    /// What one source says.
    public record Said(String source, String sourceId, @Nullable String value) {}

    /// The value that counts and who says it, both null where nobody says anything; what each part
    /// says, the one that is believed first foremost.
    public record Field(
            String name, @Nullable String value, @Nullable String source, List<Said> said) {

        /// Whether sources say different things.
        public boolean isDisputed() {
            return said.stream().map(Said::value).filter(it -> it != null).distinct().count() > 1;
        }
    }
}
