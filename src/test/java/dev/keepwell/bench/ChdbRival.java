package dev.keepwell.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// ClickHouse in a process of Node, from the npm package `chdb`, with the sweep over the same
/// Parquet file. It says itself how long it took, so that the start of Node is not counted.
final class ChdbRival implements Rival {

    static final String PACKAGE = "chdb@3.4.0";

    private static final String SCRIPT =
            """
            const { query } = require("chdb");
            const started = process.hrtime.bigint();
            const answer = query(process.argv[2], "TSV").toString().trim();
            console.log(answer + "\\t" + (process.hrtime.bigint() - started));
            """;

    private final Path folder;
    private final String sql;

    ChdbRival(Path folder, Rivals.Rows rows) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("ask.cjs"), SCRIPT);
        // Before the first row and after the last, ClickHouse answers a number with 0 and only what
        // may be null with null.
        this.sql =
                """
                with user_day as (
                    select account, person, toNullable(day) as day
                    from file('%s', 'Parquet')
                ),
                asked as (select toNullable(toInt32(number)) as day from numbers(%d, %d)),
                %s settings max_threads = 2
                """
                        .formatted(
                                rows.parquet().toAbsolutePath(),
                                Rivals.FROM_DAY,
                                Rivals.LAST_DAY - Rivals.FROM_DAY + 1,
                                Rivals.SWEEP.substring("with ".length()));
    }

    /// Whether the package could be installed.
    static boolean install(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        if (Files.exists(folder.resolve("node_modules/chdb"))) {
            return true;
        }
        var words =
                List.of("npm", "install", PACKAGE, "--ignore-scripts", "--no-audit", "--no-fund");
        try {
            return new ProcessBuilder(words).directory(folder.toFile()).start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public String name() {
        return "ClickHouse (chdb), sweep";
    }

    @Override
    public Answer answer() throws IOException, InterruptedException {
        var process =
                new ProcessBuilder("node", "ask.cjs", sql)
                        .directory(folder.toFile())
                        .redirectError(folder.resolve("errors.txt").toFile())
                        .start();
        var told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IllegalStateException(Files.readString(folder.resolve("errors.txt")));
        }
        var cells = told.strip().split("\t", -1);
        return new Answer(
                Long.parseLong(cells[0]),
                Long.parseLong(cells[1]),
                Long.parseLong(cells[2]),
                Long.parseLong(cells[3]));
    }
}
