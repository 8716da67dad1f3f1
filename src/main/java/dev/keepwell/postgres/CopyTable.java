package dev.keepwell.postgres;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A table of the session with the columns of another one, which many rows are copied into before
/// one statement takes them from there. It is gone when the transaction ends.
///
/// Only a portion of the rows is in memory at a time.
public final class CopyTable {

    private static final int CHARACTERS_AT_ONCE = 1 << 20;

    private final Session session;
    private final String name;
    private CopyText text = new CopyText();

    private CopyTable(Session session, String name) {
        this.session = session;
        this.name = name;
    }

    /// An empty one for these columns of `table`, which is named with its schema.
    public static CopyTable like(Session session, String table, List<String> columns) {
        var name = "arriving_" + table.substring(table.indexOf('.') + 1);
        session.sql()
                .sql(
                        "create temp table %s on commit drop as select %s from %s with no data"
                                .formatted(name, String.join(", ", columns), table))
                .update();
        return new CopyTable(session, name);
    }

    /// As SQL names it.
    public String name() {
        return name;
    }

    /// One row, in the order of the columns.
    public void add(List<@Nullable Object> cells) {
        var row = new ArrayList<@Nullable String>();
        for (var cell : cells) {
            row.add(cell == null ? null : text(cell));
        }
        text.row(row);
        if (text.length() > CHARACTERS_AT_ONCE) {
            flush();
        }
    }

    /// Brings what is still in memory to the table, and tells the planner what there is.
    public void complete() {
        flush();
        session.sql().sql("analyze " + name).update();
    }

    private void flush() {
        text.into(session, name);
        text = new CopyText();
    }

    private static String text(Object cell) {
        return cell instanceof Object[] array ? array(array) : cell.toString();
    }

    /// The form in which PostgreSQL writes an array. What is quoted may be anything.
    private static String array(@Nullable Object[] cells) {
        return Arrays.stream(cells)
                .map(it -> it == null ? "NULL" : quoted(it.toString()))
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }
}
