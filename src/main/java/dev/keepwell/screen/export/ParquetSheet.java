package dev.keepwell.screen.export;

import dev.keepwell.customer.CurrentRecords.Column;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.Lake;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import org.duckdb.DuckDBAppender;

/// Rows as one Parquet file, with a type for each column.
final class ParquetSheet {

    private final Lake lake;

    ParquetSheet(Lake lake) {
        this.lake = lake;
    }

    void write(List<Column> columns, SheetFormat.Rows rows, OutputStream out) throws IOException {
        var file = lake.draft();
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL.spilling(lake.spill()))) {
            var texts =
                    columns.stream()
                            .map(it -> "\"%s\" varchar".formatted(it.name()))
                            .collect(Collectors.joining(", "));
            duck.run("create temp table leaving (%s)".formatted(texts));
            fill(duck, rows);
            duck.write("select %s from leaving".formatted(typed(columns)), file);
            Files.copy(file, out);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void fill(DuckDb duck, SheetFormat.Rows rows) throws IOException {
        try (var appender = duck.appender("leaving")) {
            rows.each(row -> append(appender, row));
        } catch (SQLException e) {
            throw new IllegalStateException("The rows do not go into a Parquet file.", e);
        }
    }

    private static void append(DuckDBAppender appender, List<String> row) {
        try {
            appender.beginRow();
            for (var text : row) {
                if (text.isEmpty()) {
                    appender.appendNull();
                } else {
                    appender.append(text);
                }
            }
            appender.endRow();
        } catch (SQLException e) {
            throw new IllegalStateException("A row cannot be written to Parquet.", e);
        }
    }

    private static String typed(List<Column> columns) {
        return columns.stream()
                .map(it -> "cast(\"%1$s\" as %2$s) as \"%1$s\"".formatted(it.name(), type(it)))
                .collect(Collectors.joining(", "));
    }

    private static String type(Column column) {
        return switch (column.type()) {
            case "integer" -> "bigint";
            case "number" -> "decimal(25, 10)";
            case "money" -> "decimal(19, 4)";
            case "boolean" -> "boolean";
            case "date" -> "date";
            case "instant" -> "timestamptz";
            case String text -> "varchar";
        };
    }
}
