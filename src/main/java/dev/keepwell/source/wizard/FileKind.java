package dev.keepwell.source.wizard;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the rows of a file stand for, and which tables they feed: `catalog/kinds/<name>.yaml`.
public record FileKind(
        String name,
        String title,
        String row,
        int order,
        List<Field> fields,
        List<Fed> tables,
        String writtenRows) {

    /// One thing that a column may mean. Without a column it takes the one of the field
    /// `otherwise`.
    public record Field(
            String name,
            String title,
            String help,
            Shape shape,
            boolean required,
            String otherwise,
            List<String> names) {}

    /// A table that the rows feed: for each of its columns the fields that may give it, the first
    /// that has a column winning. It is fed only where the field `when` has one.
    public record Fed(String table, String when, SequencedMap<String, List<String>> columns) {}

    /// A row of the file stands for a row of this table.
    public String mainTable() {
        return tables.getFirst().table();
    }

    public Optional<Field> field(String name) {
        return fields.stream().filter(it -> it.name().equals(name)).findFirst();
    }
}
