package dev.keepwell.source.file;

import dev.keepwell.kernel.Refusal;
import dev.keepwell.lake.DuckDb;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// The rows of a Parquet file, in its order, as a private engine reads them. A row counts as the
/// line behind a header.
final class ParquetRows implements Rows {

    private record Column(String name, String type) {

        boolean isNumber() {
            return type.endsWith("INT")
                    || type.endsWith("INTEGER")
                    || type.equals("DOUBLE")
                    || type.equals("FLOAT")
                    || type.startsWith("DECIMAL");
        }

        /// Every value as its text; what is nested as JSON.
        String sql() {
            var quoted = "\"" + name.replace("\"", "\"\"") + "\"";
            if (type.equals("TIMESTAMP WITH TIME ZONE")) {
                return "strftime(%s, '%%Y-%%m-%%dT%%H:%%M:%%S.%%fZ')".formatted(quoted);
            }
            if (type.startsWith("TIMESTAMP")) {
                return "replace(cast(%s as varchar), ' ', 'T')".formatted(quoted);
            }
            var nested = type.endsWith("]") || type.startsWith("STRUCT") || type.startsWith("MAP");
            return "cast(%s as varchar)".formatted(nested ? "to_json(" + quoted + ")" : quoted);
        }
    }

    private final DataFile file;
    private final DuckDb duck = DuckDb.streaming(DuckDb.Bounds.SMALL);
    private final List<Column> columns;
    private final List<String> names;
    private final ResultSet rows;
    private long line = 1;

    ParquetRows(DataFile file) {
        this.file = file;
        var source = "read_parquet('%s')".formatted(DuckDb.quoted(file.path()));
        try {
            columns = columns(source);
            names = new Header(columns.stream().map(Column::name).toList()).names();
            rows =
                    duck.stream(
                            columns.stream()
                                    .map(Column::sql)
                                    .collect(
                                            Collectors.joining(
                                                    ", ", "select ", " from " + source)));
        } catch (IllegalStateException e) {
            duck.close();
            throw malformed();
        } catch (Refusal e) {
            duck.close();
            throw e;
        }
    }

    private List<Column> columns(String source) {
        var described =
                duck.query(
                        "describe select * from " + source,
                        (row, _) ->
                                new Column(
                                        row.getString("column_name"),
                                        row.getString("column_type").toUpperCase(Locale.ROOT)));
        if (described.size() > COLUMNS_MAX) {
            throw file.refusal(
                    "too_many_columns",
                    "A file has at most %,d columns. Leave some out.".formatted(COLUMNS_MAX));
        }
        return described;
    }

    private Refusal malformed() {
        return file.refusal(
                "malformed_parquet", "This is no Parquet file, or a damaged one. Write it again.");
    }

    @Override
    public List<String> columns() {
        return names;
    }

    @Override
    public @Nullable Entry read() {
        try {
            if (!rows.next()) {
                return null;
            }
            line++;
            return entry(values());
        } catch (SQLException e) {
            throw malformed();
        }
    }

    private List<String> values() throws SQLException {
        var values = new ArrayList<String>(columns.size());
        for (int i = 0; i < columns.size(); i++) {
            var text = rows.getString(i + 1);
            if (text == null) {
                values.add("");
            } else if (columns.get(i).isNumber()) {
                values.add(Plain.number(Plain.decimal(text), file.layout().decimal()));
            } else {
                values.add(text);
            }
        }
        return values;
    }

    private Entry entry(List<String> values) {
        if (values.stream().anyMatch(it -> it.length() > FIELD_CHARS_MAX)) {
            return broken("field_too_long", "A field has at most 65,536 characters.", values);
        }
        if (values.stream().anyMatch(it -> it.indexOf('\0') >= 0)) {
            return broken("control_character", "The row holds a character of code 0.", values);
        }
        return new Entry.Fields(line, values, Kept.line(values));
    }

    private Entry broken(String reason, String detail, List<String> values) {
        return new Entry.Broken(line, reason, detail, Kept.text(Kept.line(values)));
    }

    @Override
    public void close() {
        try {
            rows.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The rows of a Parquet file do not close.", e);
        } finally {
            duck.close();
        }
    }
}
