package dev.keepwell.customer.identity;

import dev.keepwell.customer.Account;
import dev.keepwell.kernel.Refusal;
import dev.keepwell.kernel.WorkspaceId;
import dev.keepwell.postgres.Database;
import dev.keepwell.postgres.Session;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Looks records up as their sources tell them.
final class Parts {

    /// How a record is kept, which is no field of it.
    private static final Set<String> BOOKKEEPING =
            Set.of(
                    "workspace_id",
                    "version",
                    "id",
                    "source_system",
                    "source_id",
                    "occurred_at",
                    "recorded_at",
                    "recorded_assumed",
                    "superseded_at",
                    "deleted_at",
                    "content",
                    "file",
                    "import_id",
                    "first_known");

    private final Database database;

    Parts(Database database) {
        this.database = database;
    }

    /// Our id of the record that is named.
    String find(Session session, Kind kind, String ref) {
        var ids =
                session.sql()
                        .sql(
                                """
                                select id from %s
                                where superseded_at is null and deleted_at is null
                                and (id = :ref or source_id = :ref
                                    or 'ext:' || source_system || '/' || source_id = :ref)
                                order by id = :ref desc, id
                                """
                                        .formatted(kind.table()))
                        .param("ref", ref.replace("\0", ""))
                        .query((row, _) -> row.getString(1))
                        .list();
        if (ids.isEmpty()) {
            throw Refusal.unknown(
                    "unknown_" + kind.word(),
                    "There is no %s '%s'. Name it by our id, or as ext:<source>/<id>."
                            .formatted(kind.word(), ref));
        }
        if (ids.size() > 1 && !ids.getFirst().equals(ref)) {
            throw Refusal.invalid(
                    "ambiguous_" + kind.word(),
                    "Several sources have %s '%s'. Name it as ext:<source>/<id>."
                            .formatted(kind == Kind.ACCOUNT ? "an account" : "a contact", ref));
        }
        return ids.getFirst();
    }

    /// Those of the records that stand, the first that was known first.
    List<Part> of(WorkspaceId workspace, Kind kind, Collection<String> ids) {
        return database.in(
                workspace,
                session ->
                        session.sql()
                                .sql(
                                        """
                                        select record.*, (
                                            select min(recorded_at) from %1$s as version
                                            where version.id = record.id) as first_known
                                        from %1$s as record
                                        where id = any(?)
                                        and superseded_at is null and deleted_at is null
                                        order by first_known, id
                                        """
                                                .formatted(kind.table()))
                                .param(List.copyOf(ids).toArray(String[]::new))
                                .query((row, _) -> read(row))
                                .list());
    }

    /// A survivor with everything that was merged into it, by whichever of their ids.
    List<Part> whole(WorkspaceId workspace, Kind kind, String id) {
        var ids =
                database.in(
                        workspace,
                        session -> {
                            var whole = Merges.survivor(session, kind, id).orElse(id);
                            return session.sql()
                                    .sql(
                                            """
                                            select loser_id
                                            from customer.survivors(:kind, 'infinity')
                                            where survivor_id = :whole
                                            union select :whole
                                            """)
                                    .param("kind", kind.word())
                                    .param("whole", whole)
                                    .query((row, _) -> row.getString(1))
                                    .list();
                        });
        return of(workspace, kind, ids);
    }

    private static Part read(ResultSet row) throws SQLException {
        return new Part(
                row.getString("id"),
                new Account.Origin(row.getString("source_system"), row.getString("source_id")),
                row.getTimestamp("first_known").toInstant(),
                fields(row));
    }

    private static @Nullable String truth(@Nullable Object said) {
        return said == null ? null : said.toString();
    }

    private static SequencedMap<String, @Nullable String> fields(ResultSet row)
            throws SQLException {
        var fields = new LinkedHashMap<String, @Nullable String>();
        var names = row.getMetaData();
        for (int i = 1; i <= names.getColumnCount(); i++) {
            if (!BOOKKEEPING.contains(names.getColumnName(i))) {
                var isTruth = names.getColumnTypeName(i).equals("bool");
                fields.put(
                        names.getColumnName(i),
                        isTruth ? truth(row.getObject(i)) : row.getString(i));
            }
        }
        return fields;
    }
}
