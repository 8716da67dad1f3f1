package dev.keepwell.source;

import dev.keepwell.postgres.Session;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// How far a table is complete when an import is taken back: as far as all others say.
///
/// A table that nothing else speaks of is missing again, which is not the same as empty.
record WatermarkReturn(Session session, String sourceSystem, String table) {

    /// What one file said of the table, and what was known before it.
    private record Word(
            String importId,
            boolean isUndone,
            @Nullable LocalDate until,
            boolean connectedBefore,
            @Nullable LocalDate before) {}

    void without(String importId) {
        var words = words();
        var standing = standing();
        var others = words.stream().filter(it -> !it.isUndone).toList();
        var withIt = words.stream().filter(it -> !it.isUndone || it.importId.equals(importId));
        // Somebody else, such as an SDK, has moved it on since.
        if (standing.isEmpty() || !standing.get().equals(latest(words, withIt.toList()))) {
            return;
        }
        if (others.isEmpty() && !words.getFirst().connectedBefore) {
            change("delete from source.watermark", "");
        } else {
            var until = latest(words, others).map(LocalDate::toString).orElse("");
            change(
                    "update source.watermark set complete_until = cast(nullif(?, '') as date)",
                    until);
        }
    }

    private void change(String sql, String until) {
        var statement =
                session.sql()
                        .sql(
                                sql
                                        + " where workspace_id = current_setting('app.workspace')"
                                        + " and source_system = ? and table_name = ?");
        (sql.contains("?") ? statement.param(until) : statement)
                .params(sourceSystem, table)
                .update();
    }

    /// The first file knows what was known without any.
    private static Optional<LocalDate> latest(List<Word> all, List<Word> counting) {
        return Stream.concat(
                        Optional.ofNullable(all.getFirst().before).stream(),
                        counting.stream().map(Word::until).filter(Objects::nonNull))
                .max(LocalDate::compareTo);
    }

    private Optional<Optional<LocalDate>> standing() {
        return session.sql()
                .sql(
                        """
                        select complete_until from source.watermark
                        where workspace_id = current_setting('app.workspace')
                          and source_system = ? and table_name = ?
                        """)
                .params(sourceSystem, table)
                .query((row, _) -> Optional.ofNullable(row.getObject(1, LocalDate.class)))
                .optional();
    }

    private List<Word> words() {
        return session.sql()
                .sql(
                        """
                        select import_id, coalesce(complete_until, latest) as until,
                            coalesce(connected_before, false) as connected, complete_before,
                            exists (
                                select from source.import undo
                                where undo.workspace_id = import.workspace_id
                                  and undo.undoes = import.import_id) as undone
                        from source.import
                        join source.import_file using (workspace_id, import_id)
                        where source_system = ? and table_name = ?
                          and finished_at is not null and not dry_run
                        order by finished_at, position
                        """)
                .params(sourceSystem, table)
                .query((row, _) ->
                        new Word(
                                row.getString("import_id"),
                                row.getBoolean("undone"),
                                row.getObject("until", LocalDate.class),
                                row.getBoolean("connected"),
                                row.getObject("complete_before", LocalDate.class)))
                .list();
    }
}
