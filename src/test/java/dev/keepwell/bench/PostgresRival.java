package dev.keepwell.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.postgresql.PGConnection;

/// PostgreSQL, with the rows in a table that is indexed as people index it. Bringing them there is
/// not counted.
final class PostgresRival implements Rival {

    private final Connection connection;

    PostgresRival(DataSource source, Rivals.Rows rows) throws SQLException, IOException {
        this.connection = source.getConnection();
        try (var statement = connection.createStatement();
                var in = Files.newInputStream(rows.csv())) {
            statement.execute(
                    "create temporary table user_day" + " (account text, person text, day int)");
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy user_day from stdin (format csv, header)", in);
            statement.execute("create index on user_day (day)");
            statement.execute(
                    "create temporary table asked as"
                            + " select day::int from generate_series(%d, %d) day"
                                    .formatted(Rivals.FROM_DAY, Rivals.LAST_DAY));
            statement.execute("analyze user_day");
        }
    }

    @Override
    public String name() {
        return "PostgreSQL, range join";
    }

    @Override
    public Answer answer() throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(Rivals.RANGE_JOIN)) {
            row.next();
            return new Answer(row.getLong(1), row.getLong(2), row.getLong(3), row.getLong(4));
        }
    }

    @Override
    public void close() throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute("drop table user_day, asked");
        }
        connection.close();
    }
}
