package dev.keepwell.customer.identity;

import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Pairs of which somebody said that they are not one.
final class ToldApart {

    private ToldApart() {}

    /// Whoever was told apart from a record is told apart from what it was merged into.
    static Set<Set<String>> all(Session session) {
        var whole = new HashMap<String, String>();
        for (var kind : Kind.values()) {
            session.sql()
                    .sql("select * from customer.survivors(?, 'infinity')")
                    .param(kind.word())
                    .query((ResultSet row) -> {
                        whole.put(row.getString(1), row.getString(2));
                    });
        }
        var apart = new HashSet<Set<String>>();
        session.sql()
                .sql("select first_id, second_id from customer.told_apart")
                .query((ResultSet row) -> {
                    var both = new HashSet<String>();
                    for (var id : List.of(row.getString(1), row.getString(2))) {
                        both.add(whole.getOrDefault(id, id));
                    }
                    apart.add(both);
                });
        return apart;
    }

    static void put(
            Session session,
            WorkspaceId workspace,
            Kind kind,
            List<String> two,
            OffsetDateTime at,
            String by) {
        var sorted = two.stream().sorted().toList();
        session.sql()
                .sql(
                        """
                        insert into customer.told_apart
                        values (?, ?, ?, ?, ?, ?)
                        on conflict do nothing
                        """)
                .params(workspace.value(), kind.word(), sorted.getFirst(), sorted.getLast(), at, by)
                .update();
    }
}
