package dev.keepwell.source.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.keepwell.lake.DuckDb;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParquetRowsTest {

    @TempDir private Path folder;

    @Test
    void each_type_becomes_the_text_that_everybody_reads() {
        var file =
                file(
                        """
                        select 12345678901234567 as id, 'Acorn, Ltd' as name,
                            12.50::decimal(9,2) as mrr,
                            0.1::double as part, 1e20::double as big, date '2024-12-31' as day,
                            timestamp '2024-12-31 14:30:00' as at,
                            timestamptz '2024-12-31 14:30:00+02' as zoned, true as yes,
                            null::varchar as nothing, [1, 2] as list, {'a': 1} as "inner"
                        """);

        assertThat(file.columns())
                .containsExactly(
                        "id", "name", "mrr", "part", "big", "day", "at", "zoned", "yes", "nothing",
                        "list", "inner");
        assertThat(file.first(2))
                .containsExactly(
                        new Entry.Fields(
                                2,
                                List.of(
                                        "12345678901234567",
                                        "Acorn, Ltd",
                                        "12.50",
                                        "0.1",
                                        "100000000000000000000",
                                        "2024-12-31",
                                        "2024-12-31T14:30:00",
                                        "2024-12-31T12:30:00.000000Z",
                                        "true",
                                        "",
                                        "[1,2]",
                                        "{\"a\":1}"),
                                "12345678901234567,\"Acorn, Ltd\",12.50,0.1,100000000000000000000,"
                                        + "2024-12-31,2024-12-31T14:30:00,"
                                        + "2024-12-31T12:30:00.000000Z,true,,\"[1,2]\","
                                        + "\"{\"\"a\"\":1}\""));
    }

    @Test
    void rows_come_in_the_order_of_the_file_and_not_all_at_once() {
        var file = file("select range as id from range(300000)");

        try (var rows = file.open()) {
            long inOrder = 0;
            while (rows.read() instanceof Entry.Fields(var line, var values, _)
                    && line == inOrder + 2
                    && values.equals(List.of(String.valueOf(inOrder)))) {
                inOrder++;
            }
            assertThat(inOrder).isEqualTo(300_000);
            assertThat(rows.read()).isNull();
        }
    }

    @Test
    void what_is_no_parquet_is_refused_by_name() throws IOException {
        var path = Files.writeString(folder.resolve("a.parquet"), "id,name\n");

        assertThatThrownBy(() ->
                        new DataFile("a.parquet", path, Layout.plain(Format.PARQUET)).columns())
                .hasMessage(
                        "a.parquet  This is no Parquet file, or a damaged one. Write it again.");
    }

    private DataFile file(String query) {
        var path = folder.resolve("a.parquet");
        try (var duck = DuckDb.open(DuckDb.Bounds.SMALL)) {
            duck.write(query, path);
        }
        return new DataFile("a.parquet", path, Layout.plain(Format.PARQUET));
    }
}
