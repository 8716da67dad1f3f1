package dev.keepwell.screen.portfolio;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// A piece of SQL and the values for its question marks.
record Clause(String sql, List<Object> values) {

    static final Clause ALL = new Clause("true");

    Clause {
        values = List.copyOf(values);
    }

    Clause(String sql, Object... values) {
        this(sql, List.of(values));
    }

    static Clause all(List<Clause> clauses) {
        return clauses.isEmpty() ? ALL : joined(clauses, " and ");
    }

    static Clause any(List<Clause> clauses) {
        return joined(clauses, " or ");
    }

    private static Clause joined(List<Clause> clauses, String word) {
        var sql = clauses.stream().map(Clause::sql).collect(Collectors.joining(word, "(", ")"));
        var values = new ArrayList<Object>();
        clauses.forEach(it -> values.addAll(it.values()));
        return new Clause(sql, values);
    }
}
