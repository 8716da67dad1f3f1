package dev.keepwell.health;

import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/// Writes and reads the Parquet files of the ledger.
///
/// One engine stays open, because starting one takes longer than most answers; every piece of work
/// has a connection of its own to it.
final class LedgerFiles implements AutoCloseable {

    /// How a row goes into a table.
    interface Writer<T> {
        void write(T row, Cells cells) throws SQLException;
    }

    /// How a row comes out of a query.
    interface Reader<T> {
        T read(ResultSet row) throws SQLException;
    }

    /// The columns of a data set and the order of its rows.
    record Table(String columns, String order) {}

    private final DuckDb duck;

    private LedgerFiles(DuckDb duck) {
        this.duck = duck;
    }

    static LedgerFiles start() {
        var duck = DuckDb.open(DuckDb.Bounds.SMALL);
        // Files never change, so what is in which column of them may be remembered.
        duck.run("set parquet_metadata_cache = true");
        return new LedgerFiles(duck);
    }

    LedgerFiles open() {
        return new LedgerFiles(duck.another());
    }

    <T> void write(Path file, Table table, List<T> rows, Writer<T> writer) {
        duck.run("create or replace temp table batch (%s)".formatted(table.columns()));
        try (var appender = duck.appender("batch")) {
            var cells = new Cells(appender);
            for (var row : rows) {
                appender.beginRow();
                writer.write(row, cells);
                appender.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger does not take these rows.", e);
        }
        duck.write("from batch order by " + table.order(), file);
    }

    /// Writes the rows of several files to one.
    void join(List<LakeFile> files, Table table, Path file) {
        duck.write("from %s order by %s".formatted(DuckDb.reading(files), table.order()), file);
    }

    /// The rows of exactly these files, as far as `clauses` lets them through; `?` in the clauses
    /// stand for the arguments.
    <T> List<T> read(List<LakeFile> files, String clauses, Reader<T> reader, Object... args) {
        if (files.isEmpty()) {
            return List.of();
        }
        var sql = "from %s %s".formatted(DuckDb.reading(files), clauses);
        return duck.query(sql, (row, _) -> reader.read(row), args);
    }

    @Override
    public void close() {
        duck.close();
    }
}
