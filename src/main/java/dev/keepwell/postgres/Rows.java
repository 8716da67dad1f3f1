package dev.keepwell.postgres;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient.MappedQuerySpec;

/// The rows of a query, none of which is null: Spring's own list leaves that open.
public final class Rows {

    private Rows() {}

    public static <T> List<T> of(MappedQuerySpec<T> query) {
        var rows = new ArrayList<T>();
        for (var row : query.list()) {
            rows.add(Objects.requireNonNull(row));
        }
        return rows;
    }
}
