package dev.keepwell.customer;

import dev.keepwell.customer.Ids.Reference;
import dev.keepwell.postgres.Session;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// What a source calls the records that others point to.
///
/// Our ids are hashes and cannot be turned back. Most are told by the record itself; what points to
/// a record that has not come is kept as it was said.
record References(Session session) {

    private static final String NAMES =
            "select distinct id, source_system, source_id from customer.";
    private static final String THESE =
            " where workspace_id = current_setting('app.workspace') and id = any(?)";

    /// Keeps what these name, by table and our id, where there is no record that would tell.
    void keep(Map<String, Map<String, Reference>> named) {
        named.forEach(this::keep);
    }

    private void keep(String table, Map<String, Reference> named) {
        var ids = named.keySet().toArray(String[]::new);
        var references = named.values();
        session.sql()
                .sql(
                        """
                        insert into customer.reference (workspace_id, id, source_system, source_id)
                        select current_setting('app.workspace'), it.*
                        from unnest(cast(? as text[]), cast(? as text[]), cast(? as text[]))
                            it (id, source_system, source_id)
                        where not exists (
                            select from customer.%s record
                            where record.workspace_id = current_setting('app.workspace')
                              and record.id = it.id and record.superseded_at is null)
                        on conflict do nothing
                        """
                                .formatted(table))
                .param(ids)
                .param(references.stream().map(Reference::sourceSystem).toArray(String[]::new))
                .param(references.stream().map(Reference::sourceId).toArray(String[]::new))
                .update();
    }

    /// By our id. What a record was called that an undo has taken away is known all the same.
    Map<String, Reference> of(String table, Collection<String> ids) {
        var found = new HashMap<String, Reference>();
        read(found, NAMES + table + THESE + " and superseded_at is null", ids);
        read(found, NAMES + "reference" + THESE, left(ids, found));
        read(found, NAMES + table + THESE, left(ids, found));
        return found;
    }

    private void read(Map<String, Reference> found, String sql, Collection<String> ids) {
        if (ids.isEmpty()) {
            return;
        }
        session.sql()
                .sql(sql)
                .param(ids.toArray(String[]::new))
                .query(row -> {
                    found.put(row.getString(1), new Reference(row.getString(2), row.getString(3)));
                });
    }

    private static Set<String> left(Collection<String> ids, Map<String, Reference> found) {
        var left = new HashSet<>(ids);
        left.removeAll(found.keySet());
        return left;
    }
}
