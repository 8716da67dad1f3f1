package dev.keepwell.metric;

import dev.keepwell.kernel.Period;
import dev.keepwell.lake.Draft;
import dev.keepwell.lake.DuckDb;
import dev.keepwell.lake.LakeFile;
import dev.keepwell.metric.Reading.Result;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;

/// A month of one metric's history, which nobody reads yet. Rows go to the engine as they come, so
/// that no more than those of a few days are in memory.
record HistoryFile(DuckDb duck, Path path, List<LakeFile> before, Period days)
        implements AutoCloseable {

    private static final String COLUMNS =
            "day integer, grain varchar, entity varchar, component varchar, status varchar,"
                    + " value varchar, parts varchar";

    HistoryFile {
        duck.run("create temp table line (%s)".formatted(COLUMNS));
    }

    void add(List<Reading> readings) {
        try (var lines = duck.appender("line")) {
            for (var it : readings) {
                var value = "";
                var parts = "";
                if (it.result() instanceof Result.Value(_, var number, var numbers, _)) {
                    value = number.toPlainString();
                    parts =
                            numbers.stream()
                                    .map(BigDecimal::toPlainString)
                                    .collect(Collectors.joining("|"));
                }
                lines.beginRow();
                lines.append((int) it.span().asOf().toEpochDay())
                        .append(it.grain().word())
                        .append(it.entity())
                        .append(it.component())
                        .append(it.status().name())
                        .append(value)
                        .append(parts);
                lines.endRow();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The history does not take these rows.", e);
        }
    }

    Draft finish() {
        var kept =
                before.isEmpty()
                        ? ""
                        : " union all by name select * from %s where day < date '%s'"
                                .concat(" or day >= date '%s'")
                                .formatted(DuckDb.reading(before), days.start(), days.end());
        duck.write(
                """
                select * from (
                    select
                        date '1970-01-01' + day as day,
                        grain, entity, component, status,
                        cast(nullif(value, '') as decimal(38, 12)) as value,
                        case when parts <> '' then list_transform(
                            string_split(parts, '|'), lambda it: cast(it as decimal(38, 10))) end
                            as parts
                    from line
                    %s
                ) as line
                order by grain, entity, component, day
                """
                        .formatted(kept),
                path);
        var count = "select count(*) from read_parquet('%s')".formatted(DuckDb.quoted(path));
        return new Draft(path, duck.query(count, (row, _) -> row.getLong(1)).getFirst());
    }

    /// What was not published is not kept.
    @Override
    public void close() {
        duck.close();
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
