package dev.keepwell.warehouse;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import java.util.Set;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/// Which tables a workspace gets from some source.
@Component
public class Connections {

    private final Database database;

    Connections(Database database) {
        this.database = database;
    }

    public Set<String> of(WorkspaceId workspace) {
        return database.in(
                workspace,
                session ->
                        new TreeSet<>(
                                session.sql()
                                        .sql(
                                                """
                                                select distinct table_name from source.watermark
                                                where connected
                                                """)
                                        .query(String.class)
                                        .list()));
    }
}
