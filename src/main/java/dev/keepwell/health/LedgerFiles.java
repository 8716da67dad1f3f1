package dev.keepwell.health;

import dev.keepwell.kernel.Period;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Stream;

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
    record Table(String columns, String order) {

        /// Ids, metrics and sources repeat by the hundred thousand, and texts are slow to take in.
        /// So each text is taken in once, and a row holds its number.
        String numbered() {
            return columns.replace(" varchar", " integer");
        }

        /// Some files with all columns, of which files that were written by an earlier program may
        /// lack the newer ones: they are null then.
        String reading(List<LakeFile> files) {
            var cells = new ArrayList<String>();
            for (var column : columns.split(",", -1)) {
                var parts = column.strip().split(" ", 2);
                cells.add("cast(null as %s) as %s".formatted(parts[1], parts[0]));
            }
            return "(select %s where false union all by name select * from %s)"
                    .formatted(String.join(", ", cells), DuckDb.reading(files));
        }

        /// The rows with their texts.
        String spelledOut() {
            var cells = new ArrayList<String>();
            var joins = new StringBuilder();
            for (var column : columns.split(",", -1)) {
                var name = column.strip().split(" ", 2)[0];
                if (column.contains(" varchar")) {
                    cells.add("%s_word.word as %s".formatted(name, name));
                    joins.append(
                            " left join vocabulary as %s_word on %s_word.id = batch.%s"
                                    .formatted(name, name, name));
                } else {
                    cells.add("batch." + name);
                }
            }
            var all = String.join(", ", cells);
            return "from (select %s from batch%s) order by %s".formatted(all, joins, order);
        }
    }

    private final DuckDb duck;

    private LedgerFiles(DuckDb duck) {
        this.duck = duck;
    }

    /// What does not fit in memory goes to `spill` for a while.
    static LedgerFiles start(Path spill) {
        var duck = DuckDb.open(DuckDb.Bounds.SMALL.spilling(spill));
        // Files never change, so what is in which column of them may be remembered.
        duck.run("set parquet_metadata_cache = true");
        return new LedgerFiles(duck);
    }

    LedgerFiles open() {
        return new LedgerFiles(duck.another());
    }

    /// Returns how many rows it wrote.
    <T> long write(Path file, Table table, Stream<T> rows, Writer<T> writer) {
        duck.run("create or replace temp table batch (%s)".formatted(table.numbered()));
        duck.run("create or replace temp table vocabulary (id integer, word varchar)");
        var words = new LinkedHashMap<String, Integer>();
        long count = 0;
        try (var appender = duck.appender("batch");
                var vocabulary = duck.appender("vocabulary")) {
            var cells = new Cells(appender, words);
            for (var row : (Iterable<T>) rows::iterator) {
                appender.beginRow();
                writer.write(row, cells);
                appender.endRow();
                count++;
            }
            for (var word : words.entrySet()) {
                vocabulary.beginRow();
                vocabulary.append(word.getValue().intValue()).append(word.getKey());
                vocabulary.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The ledger does not take these rows.", e);
        }
        duck.write(table.spelledOut(), file);
        return count;
    }

    /// Writes the rows of several files to one.
    void join(List<LakeFile> files, Table table, Path file) {
        duck.write("from %s order by %s".formatted(table.reading(files), table.order()), file);
    }

    /// Writes the rows of one file that are of these days to another, and returns how many.
    long copy(LakeFile from, Table table, Period days, Path to) {
        var rows =
                "from %s where day >= date '%s' and day < date '%s'"
                        .formatted(table.reading(List.of(from)), days.start(), days.end());
        duck.write(rows + " order by " + table.order(), to);
        return duck.query("select count(*) " + rows, (row, _) -> row.getLong(1)).getFirst();
    }

    /// The rows of exactly these files, as far as `clauses` lets them through; `?` in the clauses
    /// stand for the arguments.
    <T> List<T> read(
            Table table, List<LakeFile> files, String clauses, Reader<T> reader, Object... args) {
        if (files.isEmpty()) {
            return List.of();
        }
        var sql = "from %s %s".formatted(table.reading(files), clauses);
        return duck.query(sql, (row, _) -> reader.read(row), args);
    }

    /// The rows of a query in which `%s` stands for exactly these files.
    <T> List<T> ask(List<LakeFile> files, String query, Reader<T> reader, Object... args) {
        if (files.isEmpty()) {
            return List.of();
        }
        var sql = query.formatted(DuckDb.reading(files));
        return duck.query(sql, (row, _) -> reader.read(row), args);
    }

    @Override
    public void close() {
        duck.close();
    }
}
